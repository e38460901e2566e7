import type { Id, Instant } from './types'

/** What a supervisor tells agents in a few words. */
export interface Notice {
  id: number
  at: Instant
  from: string
  /** To which it was sent; null: to one agent. */
  team: string | null
  text: string
}

export interface SentNotice extends Notice {
  readers: { agent_id: Id; name: string; read_at: Instant | null }[]
}

/** As long as a notice may be. */
export const LONGEST_NOTICE = 300

/** What it was decided from; shares are 0 to 1, times in seconds. */
interface Figures {
  share?: number
  cap?: number
  window?: number
  calls?: number
  before?: number
  cases?: number
  state?: string
  seconds?: number
  allowed?: number
  missing?: number
  too_short?: number
  one_sided?: number
  why?: string
  why_zh?: string
}

/** What the wall warns of. */
export interface Alert {
  id: number
  kind: 'abandonment' | 'trunk' | 'answer_rate' | 'recording' | 'recording_flaws' | 'cadence' | 'agent_state'
  subject: string
  name: string
  figures: Figures
  raised_at: Instant
  cleared_at: Instant | null
  acknowledged_at: Instant | null
  acknowledged_by: string | null
}
