import type { Transfer, User } from '../api/types'
import type { FeedState } from '../feed/reducer'

/** The call that this supervisor is asked to take, and has not answered yet. An agent is not asked: their phone rings. */
export function offerTo(user: User | null, { pop, ended }: FeedState): Transfer | null {
  const transfer = pop?.transfer
  const asked = user?.role === 'supervisor' && transfer?.stage === 'offered' && transfer.to_id === user.id
  return asked && !ended ? transfer : null
}
