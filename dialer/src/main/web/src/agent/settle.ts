import type { Api } from '../api/client'
import type { Id } from '../api/types'
import { unsaved } from './unsaved'

/** An agent who signs out waits for so long at most. */
const PATIENCE_MS = 3_000

/**
 * Gives the server what it has not confirmed of a wrap-up, and waits for its word. False: the words are in this tab only.
 */
export async function settle(api: Api, user: Id | undefined): Promise<boolean> {
  const left = unsaved.any(user)
  const keptAs = unsaved.text()
  if (left === null) {
    return true
  }
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null)
  })
  const result = await Promise.race([api.put(`/calls/${left.attempt}/wrap-up`, left.draft), late])
  if (result === null) {
    return false
  }
  // A call that has its disposition, or another agent, wants no more words.
  const settled = result.ok || result.problem.status === 409
  const now = unsaved.text()
  if (settled && now === keptAs) {
    unsaved.drop()
  } else if (settled && now !== null) {
    // Typed meanwhile, and not in what was sent.
    return false
  }
  // Without a session the words wait in this tab for the next sign-in of who wrote them.
  return settled || result.problem.status === 401
}
