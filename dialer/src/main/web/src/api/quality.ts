import type { Offers } from './casework'
import type { Script } from './settings'
import type { Instant, Page, RecordingView } from './types'

/** A text of a scorecard in both languages. */
export interface Wording {
  'zh-CN': string
  en: string
}

export interface CardItem {
  id: string
  weight: number
  /** Answered with points from 0 to this; null: with yes or no. */
  most: number | null
  text: Wording
}

export interface CardSection {
  id: string
  title: Wording
  items: CardItem[]
}

export interface NeverItem {
  id: string
  prohibition: string
  text: Wording
}

export interface Scorecard {
  card: string
  version: string
  recipient: 'debtor' | 'contact'
  title: Wording
  pass_mark: number
  sections: CardSection[]
  /** What fails a call by itself. */
  never: NeverItem[]
}

export interface Person {
  id: number
  name: string
}

/** Who may be given reviews. */
export interface Reviewer {
  login: string
  name: string
}

export interface Outcome {
  /** 0 to 100; 0 where something failed the call. */
  score: number
  passed: boolean
  failed_by: string[]
}

export type AnswerCode = 'yes' | 'no' | 'not_applicable' | 'points'

export interface Answer {
  item: string
  answer: AnswerCode
  points: number | null
  comment: string | null
}

export interface Note {
  at_ms: number
  text: string
  for_agent: boolean
}

export const REVIEW_STATES = ['draft', 'submitted', 'acknowledged', 'appealed', 'upheld', 'changed'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export interface ReviewLine {
  id: number
  recording: string
  case_ref: string
  agent: Person | null
  reviewer: Person
  card: string
  card_version: string
  state: ReviewState
  since: Instant
  by: Person
  version: number
  result: Outcome | null
  appeal_until: Instant | null
  calibration: number | null
}

export interface ReviewVersion {
  version: number
  by: Person
  at: Instant
  why: string | null
  result: Outcome | null
  answers: Answer[]
  notes: Note[]
  summary: string | null
}

export interface ReviewStep {
  kind: string
  by: Person
  at: Instant
  text: string | null
}

export interface Review extends ReviewLine {
  scorecard: Scorecard | null
  versions: ReviewVersion[]
  steps: ReviewStep[]
}

export interface Assignment {
  id: number
  sample: number
  recording: string
  case_ref: string
  agent: Person
  reasons: string[]
  reviewer: Person | null
  review: number | null
  done: boolean
}

export interface SamplingPlan {
  plan: string
  version: string
  calls_per_agent: number
  weights: Record<string, number>
}

export interface SampleLine {
  id: number
  plan: string
  plan_version: string
  week: string
  calls_per_agent: number
  seed: string
  candidates: number
  candidates_sha256: string
  drawn_at: Instant
  drawn_by: Person
}

export type SamplePage = Page<SampleLine> & { plan: SamplingPlan }

export interface Sample extends SampleLine {
  reproduces: boolean
  picks: Assignment[]
}

export interface FoundCall {
  recording: string
  case_ref: string
  debtor_ref: string
  agent: Person | null
  campaign: string
  at: Instant
  length_ms: number
  disposition: string | null
  flaws: string[]
  phrases: string[]
  reviews: { id: number; state: ReviewState; score: number; passed: boolean }[]
}

export const TREND_GROUPS = ['week', 'agent', 'agent_week', 'all'] as const
export type TrendBy = (typeof TREND_GROUPS)[number]

export interface TrendItem {
  card: string
  item: string
  answers: number
  /** The share of its weight; of what fails a call, how often it happened. */
  mean: number
}

export interface TrendGroup {
  agent: Person | null
  week: string | null
  reviews: number
  mean_score: number
  passed: number
  failed: number
  appeals: number
  appeals_upheld: number
  appeals_changed: number
  items: TrendItem[]
}

export interface Agreement {
  sessions: number
  scores: number
  alpha_nominal: number | null
  alpha_interval: number | null
  items: {
    item: string
    metric: string
    values: number
    equal_pairs: number | null
    alpha: number | null
  }[]
}

export interface CalibrationScore {
  reviewer: Person
  scored: boolean
  review: number | null
  result: Outcome | null
  answers: Answer[] | null
}

export interface Calibration {
  id: number
  recording: string
  case_ref: string
  card: string
  card_version: string
  lead: Person
  opened_at: Instant
  closed_at: Instant | null
  revealed: boolean
  reviewers: CalibrationScore[]
  agreement: Agreement | null
}

export type Side = 'agent' | 'debtor'

export interface Mark {
  kind: Side | 'overlap' | 'silence'
  from_ms: number
  to_ms: number
}

export interface Waveform {
  length_ms: number
  peaks_per_second: number
  /** Base64; one byte a peak, 0 to 255 of full scale. */
  debtor_peaks: string
  agent_peaks: string
  marks: Mark[]
  overlap_ms: number
  silence_ms: number
  longest_silence_ms: number
  /** 0 to 1, of both sides' talk together. */
  debtor_share: number | null
  agent_share: number | null
}

export interface Segment {
  side: Side
  from_ms: number
  to_ms: number
  text: string
}

export interface Transcript {
  language: 'zh-CN' | 'en'
  source: string
  made_at: Instant
  segments: Segment[]
}

export interface Hit {
  kind: 'forbidden' | 'said' | 'missing'
  rule: string
  about: string
  at_ms: number | null
  to_ms: number | null
  said: string | null
}

export interface CaseScript {
  case_stage: string
  offers: Offers
  script: Script
}

export interface RecordedCall extends RecordingView {
  case_id: number
}
