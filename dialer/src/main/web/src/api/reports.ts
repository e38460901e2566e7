import type { Instant, Money } from './types'

export const DIMENSIONS = [
  'lender',
  'campaign',
  'agent',
  'bucket',
  'strategy',
  'stage',
  'script',
  'hour',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What calling brought in one group; rates are 0 to 1, and null where they are of nothing. */
export interface Effect {
  group: string
  attempts: number
  answered: number
  answer_rate: number | null
  conversations: number
  abandoned: number
  abandonment_rate: number | null
  right_party_contacts: number
  right_party_rate: number | null
  promises: number
  promise_rate: number | null
  kept: number
  partly_kept: number
  broken: number
  kept_rate: number | null
  recovered: Money[]
  still_due: Money[]
  recovery_rates: { currency: string; rate: number | null }[]
  days_to_recovery: { cases: number; median?: number | null; p90?: number | null }
  complaints: number
  complaint_rate: number | null
  talk_seconds: number
  wrap_up_seconds: number
  line_seconds: number
  cost: Money
  cost_per_recovered: number | null
  cadence_cases: number
  cadence_met: number
  cadence_fulfilment: number | null
}

export interface HeatmapCell {
  /** 1: Monday. */
  weekday: number
  hour: number
  attempts: number
  answered: number
  answer_rate: number
  low: number
  high: number
}

export interface Arm {
  name: string
  weight: number
  strategy?: string | null
  scripts: Record<string, string>
}

export interface Experiment {
  name: string
  lenders: string[]
  start: string
  end: string
  arms: Arm[]
}

export interface Share {
  people: number
  rate: number
  low: number
  high: number
}

export interface ArmReport extends Arm {
  people: number
  expected: number
  outcomes: Record<string, Share>
  recovered: (Money & { payers: number; minor_per_person: number })[]
}

export interface ExperimentFinding {
  arm: string
  against: string
  measure: string
  currency?: string | null
  difference: number
  low?: number | null
  high?: number | null
  says: string
  says_zh: string
}

export interface ExperimentReport extends Experiment {
  arms: ArmReport[]
  final: boolean
  confidence: number
  sample_ratio?: { p: number; mismatch: boolean } | null
  findings: ExperimentFinding[]
  warnings: string[]
  warnings_zh: string[]
}

export interface Campaign {
  id: string
  name: string
  mode: string
  resumes_to?: string
}

export interface AbandonmentCount {
  answered: number
  connected: number
  abandoned: number
  machines: number
  machine_false_positives: number
  rate: number
}

export interface Abandonment {
  campaign: string
  last_24_hours: AbandonmentCount
  last_30_days: AbandonmentCount
  worst_hour: (AbandonmentCount & { from: Instant }) | null
  days: (AbandonmentCount & { date: string })[]
  machine_false_positive_rate: number
}
