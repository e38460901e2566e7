import type { StagePlan, StrategyCard } from './casework'
import type { Instant } from './types'

export interface Segment {
  id: string
  stage: string
  when: Record<string, { from?: number | null; to?: number | null }>
}

export interface Overlap {
  first: string
  second: string
  example: string
  example_zh: string
}

export interface Strategy extends StrategyCard {
  currency: string | null
  segments: Segment[]
  stages: StagePlan[]
  overlaps: Overlap[]
}

export interface StrategyPreview {
  strategy: StrategyCard
  cases: number
  moved: number
  moves: { from: string; to: string; cases: number }[]
  stages: { stage: string; now: number; then: number }[]
  overlaps: Overlap[]
}

export interface ScriptPart {
  part: string
  /** Markdown, with the variables in braces. */
  text: string
}

export interface Script {
  name: string
  version: string
  language: 'zh-CN' | 'en'
  recipient: 'debtor' | 'contact' | 'machine'
  stage: string | null
  says: string[]
  course: ScriptPart[]
  branches: ScriptPart[]
  never: string | null
}

export interface MessageTemplate {
  name: string
  version: string
  channel: 'sms' | 'email'
  language: 'zh-CN' | 'en'
  subject: string | null
  text: string
}

export interface CallerId {
  number: string
  regions: string[]
  calls: number
  answered: number
  answer_rate: number | null
  rests_until: Instant | null
}

export interface Trunk {
  name: string
  channels: number
  calls_per_second: number
  open: boolean
  in_use: number
  room: number
  backs_off_until: Instant | null
  why: string | null
  why_zh: string | null
  unreachable: string | null
  unreachable_zh: string | null
  caller_ids: CallerId[]
}

export interface DoNotCallList {
  list: string
  lender: string | null
  numbers: number
  last_change: Instant
}

export interface WebhookReceiver {
  name: string
  url: string
  events: string[]
  lenders: string[]
  gone_since: Instant | null
  pending: number
  dead: number
}

export interface WebhookDelivery {
  id: number
  message_id: string
  receiver: string
  type: string
  state: 'pending' | 'delivered' | 'dead'
  created_at: Instant
  next_at: Instant | null
  tries: number
  last_try_at: Instant | null
  last_status: number | null
  last_problem: string | null
  ended_at: Instant | null
}
