import type { Id } from '../api/types'

/** As `[user, attempt, draft]`. */
const KEY = 'callfloor.wrap_up'

/**
 * What the server has not confirmed yet of a wrap-up. It survives a reload, but never the call, the tab or the sign-out. Texts are given
 * out to be compared only.
 */
export const unsaved = {
  text(): string | null {
    return sessionStorage.getItem(KEY)
  },

  keep(user: Id | undefined, attempt: Id, draft: unknown): void {
    sessionStorage.setItem(KEY, JSON.stringify([user, attempt, draft]))
  },

  /** Null: nothing of any call. What somebody else left in this tab is dropped. */
  any(user: Id | undefined): { attempt: Id; draft: unknown } | null {
    const [owner, attempt, draft] = JSON.parse(unsaved.text() ?? '[]') as [Id?, Id?, unknown?]
    if (owner !== user) {
      unsaved.drop()
      return null
    }
    return attempt === undefined ? null : { attempt, draft }
  },

  /** Null: nothing of this call. */
  of(user: Id | undefined, attempt: Id): { draft: unknown } | null {
    const left = unsaved.any(user)
    return left?.attempt === attempt ? left : null
  },

  drop(): void {
    sessionStorage.removeItem(KEY)
  },
}
