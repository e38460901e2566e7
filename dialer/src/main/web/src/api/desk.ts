import type { Script } from './settings'
import type { Instant, Money } from './types'

/** What agents may agree on in the case's stage. */
export interface Offers {
  /** 1: none. */
  instalments_at_most: number
  /** Days from today to a payment that is no instalment. */
  extension_days_at_most: number
  waiver_percent_at_most: number
}

export interface CaseScript {
  case: number
  case_stage: string
  offers: Offers
  script: Script
}

/** A rule that closes a time, in both languages. */
export interface SlotRule {
  id: string
  because: string
  because_zh: string
}

export interface Slot {
  at: Instant
  open: boolean
  rules: SlotRule[]
}

export interface SlotList {
  step_minutes: number
  zones: string[]
  items: Slot[]
}

/** The agent's own day so far, from the books; lengths in seconds. */
export interface OwnDay {
  date: string
  zone: string
  calls: number
  talk_seconds: number
  promises: number
  promised: Money[]
  call_backs_due: number
  seconds: Record<'ready' | 'on_call' | 'wrap_up' | 'break', number>
  break_seconds: Record<string, number>
  occupancy: number | null
  mean_wrap_up_seconds: number | null
}

/** A disposition to choose; names only of those that are the floor's own. */
export interface DispositionCard {
  code: string
  behaves_as: string
  name_zh: string | null
  name_en: string | null
}
