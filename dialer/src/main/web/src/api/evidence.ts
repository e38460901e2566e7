import type { Id, Instant } from './types'

/** What keeps recordings from being deleted: all of a case, or one. */
export interface RecordingHold {
  id: number
  case_id: number | null
  recording_id: string | null
  reason: string
  placed_at: Instant
  placed_by: string
  lifted_at: Instant | null
  lifted_by: string | null
  lifted_why: string | null
}

export type ExportWish = { recordings: Id[] } | { case: string }

export const MOST_EXPORTED = 500
/** What the server takes at least as the reason of a download or an export. */
export const SHORTEST_REASON = 10
