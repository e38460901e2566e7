import type { CaseCard, Instant, Money, PastAttempt } from './types'

export interface CaseFile extends CaseCard {
  debtor_ref: string
  state: 'open' | 'paid' | 'withdrawn'
  paid: Money
  balance: Money
  overpaid: Money
  next_call_at: Instant | null
  history: PastAttempt[]
}

export interface TimelineEntry {
  at: Instant
  kind: string
  attempt: string | null
  code: string | null
  agent_name: string | null
  text: string | null
  text_zh: string | null
}

export interface NumberOutlook {
  number: string
  role: string
  position: number
  line_type: string
  valid: boolean
  last_reached_at: Instant | null
  tries: number
  answered: number
  chance: number | null
  best_hours: { from: number; to: number; weekend: boolean; chance: number }[]
}

export interface Offers {
  instalments_at_most: number
  extension_days_at_most: number
  waiver_percent_at_most: number
}

export interface StagePlan {
  stage: string
  campaign: string
  script: string
  ladder: string[]
  cadence: { contactable?: number; uncontactable?: number }
  offers: Offers
  escalations: { step: string; on_day: number; people: number }[]
}

export interface StrategyCard {
  name: string
  version: string
  title: string
  title_zh: string
  lender?: string | null
  experiment?: string | null
}

export interface DueStep {
  step: string
  date: string
  people: number
}

export interface Placement extends StagePlan {
  strategy: StrategyCard
  segment: string
  because: string
  because_zh: string
  overdue_days: number
  steps: DueStep[]
  next_step: DueStep | null
}

export interface Payment {
  id: number
  lender: string
  reference: string
  kind: 'payment' | 'reversal'
  amount: Money
  value_date: string
  case_ref: string | null
  debtor_ref: string | null
  reversed_reference: string | null
  payer: string | null
  noted_at: Instant
  matched: { case_id: number; case_ref: string; rule: string; at: Instant; by: string | null } | null
  why_unmatched: string | null
}

export interface RowProblem {
  column: string
  reason: string
  message: string
  message_zh: string
}

export interface PaymentImport {
  id: number
  good: number
  added: number
  known: number
  bad: number
  rejected: { line: number; reference: string | null; problems: RowProblem[] }[]
}

export interface CaseImport {
  id: number
  good: number
  added: number
  updated: number
  bad: number
  withdrawn: number
  missing: number
  warnings: RowProblem[]
  rejected: { line: number; case_ref: string; problems: RowProblem[] }[]
}

export interface ImportState {
  id: number
  name: string
  lender: string | null
  kind: 'delta' | 'full'
  state: 'running' | 'held' | 'done' | 'failed'
  arrived_at: Instant
  began_at: Instant
  ended_at: Instant | null
  dialable_at: Instant | null
  arrival_to_dialable_seconds: number | null
  late: boolean
  rows: number
  good: number
  bad: number
  rows_per_second: number
  added: number
  withdrawn: number
  missing: number
  problem: string | null
  problem_zh: string | null
}

export const TASK_KINDS = [
  'promise_reminder',
  'promise_check',
  'posting_check',
  'call_back',
  'hardship_plan',
  'complaint',
  'approval',
  'letter',
  'visit',
  'court',
] as const

export interface Task {
  id: number
  case_id: number
  case_ref: string
  kind: string
  state: 'open' | 'done' | 'cancelled'
  due_at: Instant
  role: 'agent' | 'supervisor'
  agent_id: number | null
  channel: string | null
  text: string | null
  text_zh: string | null
  closed_at: Instant | null
  closed_by: string | null
  closing_note: string | null
  closing_note_zh: string | null
}

export interface Message {
  id: string
  channel: 'sms' | 'email'
  purpose: string
  template: string
  template_version: string | null
  state: string
  reason: string | null
  reason_zh: string | null
  recipient: string | null
  subject: string | null
  text: string | null
  planned_at: Instant
  sent_at: Instant | null
}
