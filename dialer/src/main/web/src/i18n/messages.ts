import type en from './en'

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** Every language has exactly the keys of the English file: a missing or surplus one does not compile. */
export type Messages = Texts<typeof en>
