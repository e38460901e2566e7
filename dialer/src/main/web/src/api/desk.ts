import type { Script } from './settings'

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
