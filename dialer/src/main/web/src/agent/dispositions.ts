import type { DispositionCard } from '../api/desk'

/** Disposition codes in the order of the buttons, each with the place and the face of its key. */
export const DISPOSITIONS = [
  { code: 'promise_to_pay', key: 'Digit1', face: '1' },
  { code: 'claims_paid', key: 'Digit2', face: '2' },
  { code: 'call_back', key: 'Digit3', face: '3' },
  { code: 'refuses', key: 'Digit4', face: '4' },
  { code: 'disputes', key: 'Digit5', face: '5' },
  { code: 'hardship', key: 'Digit6', face: '6' },
  { code: 'wrong_party', key: 'Digit7', face: '7' },
  { code: 'third_party', key: 'Digit8', face: '8' },
  { code: 'deceased', key: 'Digit9', face: '9' },
  { code: 'voicemail', key: 'Digit0', face: '0' },
  { code: 'language_barrier', key: 'KeyQ', face: 'Q' },
  { code: 'complaint', key: 'KeyW', face: 'W' },
  { code: 'no_conversation', key: 'KeyE', face: 'E' },
] as const

export type DispositionCode = (typeof DISPOSITIONS)[number]['code']

/** The keys of the floor's own dispositions, in their order; what is beyond these has a button only. */
const OWN_KEYS = ['A', 'S', 'D', 'F', 'G', 'Z', 'X', 'C', 'V']

/** One button: what is said, what it behaves as, and its key, if there was one left. */
export interface DispositionButton {
  code: string
  behavesAs: DispositionCode
  name: string
  key: string | null
  face: string
}

/** The built-in ones, then the floor's own. */
export function buttons(
  own: readonly DispositionCard[],
  language: string,
  nameOf: (code: DispositionCode) => string,
): DispositionButton[] {
  const builtIn = DISPOSITIONS.map(({ code, key, face }) => ({
    code,
    behavesAs: code,
    name: nameOf(code),
    key,
    face,
  }))
  const others = own.flatMap((card, place) => {
    const model = DISPOSITIONS.find(({ code }) => code === card.behaves_as)
    const face = OWN_KEYS[place] ?? ''
    const name = (language === 'en' ? card.name_en : card.name_zh) ?? card.code
    const key = face === '' ? null : `Key${face}`
    return model === undefined ? [] : [{ code: card.code, behavesAs: model.code, name, key, face }]
  })
  return [...builtIn, ...others]
}

export const BREAK_REASONS = ['lunch', 'rest', 'training', 'other'] as const
