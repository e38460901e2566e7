/** What the dialer's API says, as /api/openapi.yaml describes it. Instants are ISO-8601 in UTC. */
export type Id = string | number
export type Instant = string

export type Role = 'agent' | 'supervisor' | 'qa' | 'administrator' | 'auditor' | 'integration'
export type StateCode = 'signed_out' | 'ready' | 'on_call' | 'wrap_up' | 'break'
export type CallStateCode =
  | 'reserved'
  | 'dialing'
  | 'ringing'
  | 'detecting'
  | 'waiting'
  | 'connecting'
  | 'connected'
  | 'held'
  | 'agent_lost'
  | 'asking'
  | 'outside'
  | 'message'
  | 'machine'
  | 'closed'
/** In the order in which they are offered. */
export const MODES = ['manual', 'preview', 'progressive', 'ratio', 'predictive'] as const
export type Mode = (typeof MODES)[number] | 'paused'
export type Lamp = 'up' | 'down'
export type ListenMode = 'listen' | 'whisper' | 'barge'

export interface Money {
  minor: number
  currency: string
  /** The amount in decimal, exactly. */
  text: string
}

export interface User {
  id: Id
  login: string
  name: string
  role: Role
  extension: string | null
}

/** How people may sign in here. */
export interface SignInWays {
  /** False: only accounts for emergencies have one. */
  passwords: boolean
  /** What the sign-in provider is called; null: there is none. */
  provider: string | null
}

export interface SessionView {
  user: User
  floor?: { clock: Instant; simulated_clock: boolean; language?: string }
}

export interface AgentView {
  id: Id
  login: string
  name: string
  extension: string
  state: StateCode
  since: Instant
  reason?: string | null
  /** On hook: rung per call, and no call now. */
  leg: 'down' | 'on_hook' | 'ringing' | 'up'
  attempt?: Id | null
  /** What begins when the call at hand is wrapped up; none: the agent is ready then. */
  next?: { state: 'break' | 'signed_out'; reason?: string }
}

export interface PastAttempt {
  at: Instant
  number: string
  outcome?: string | null
  disposition?: string | null
  agent_name?: string | null
  note?: string | null
  note_zh?: string | null
}

export interface CaseCard {
  id: Id
  case_ref: string
  debtor_name: string
  lender?: string | null
  product?: string | null
  amount_due: Money
  principal?: Money | null
  due_date: string
  overdue_days?: number | null
  overdue_periods?: number | null
  region?: string | null
  language?: string | null
  notes?: string | null
}

export type Purpose = 'collection' | 'information'

export interface ScreenPop {
  attempt_id: Id
  answered_at: Instant
  /** False while the PBX is still joining debtor and agent. */
  connected: boolean
  /** With `information` a listed contact is on the line, who must hear nothing about the debt. */
  purpose: Purpose
  case: CaseCard
  number: string
  history: PastAttempt[]
  /** Null: the call is recorded. */
  recording_pause?: RecordingPause | null
  /** Null: the two hear each other. */
  hold?: Hold | null
  /** Null: it is not being given to anybody. */
  transfer?: Transfer | null
  /** Null: no third is in it. */
  conference?: Conference | null
  /** Null: nobody outside the floor is to have it. */
  outside?: OutsideTransfer | null
}

export const SKIP_REASONS = ['wrong_data', 'promised', 'bad_time', 'other'] as const

/** A case before the agent who will have its call. */
export interface Preview {
  id: Id
  since: Instant
  /** When the call is placed by itself; null: never, or it was asked for already. */
  calls_at: Instant | null
  /** The rules are being asked, or the phone rings. */
  calling: boolean
  purpose: Purpose
  case: CaseCard
  number: string
  history: PastAttempt[]
  /** What the rules said when the case was shown. */
  decision: DecisionView
}

/** The debtor hears music and not the agent. */
export interface Hold {
  since: Instant
  returns_at: Instant
}

export const TRANSFER_KINDS = ['warm', 'blind'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

/** A third is in the talk, heard by both. */
export interface Conference {
  /** Whose call it is. */
  agent_id: Id
  agent_name: string
  third_id: Id
  third_name: string
  /** A supervisor who came in unasked. */
  barged: boolean
  since: Instant
}

/** A talk that is being given to another agent, or to a supervisor. */
export interface Transfer {
  kind: TransferKind
  from_id: Id
  from_name: string
  to_id: Id
  to_name: string
  since: Instant
  /** Offered: the other is asked or rung; consulting: the two talk; taken: the other has the debtor. */
  stage: 'offered' | 'consulting' | 'taken'
}

/** A talk that is being given to somebody outside the floor. */
export interface OutsideTransfer extends OutsideDestination {
  since: Instant
  /** Ringing: they are called; consulting: agent and they talk; taken: they have the debtor. */
  stage: 'ringing' | 'consulting' | 'taken'
}

/** Whom outside the floor a debtor may be put through to. */
export interface OutsideDestination {
  name: string
  label: string
  label_zh: string
}

/** Who could take a call now. A supervisor is asked first. */
export interface Receiver {
  id: Id
  name: string
  role: 'agent' | 'supervisor'
  since: Instant | null
}

/** Both sides are kept out of the recording. */
export interface RecordingPause {
  since: Instant
  resumes_at: Instant
}

export interface LiveCall {
  attempt_id: Id
  state: CallStateCode
  since: Instant
  case_ref: string
  number: string
  agent_name?: string | null
  recording_pause?: RecordingPause | null
  conference?: Conference | null
}

export interface FloorView {
  clock: Instant
  simulated: boolean
  mode: Mode
  /** What a pause returns to. */
  resumes_to: Mode
  link: { pbx: Lamp; database: Lamp }
  agents: Partial<Record<StateCode, number>>
  calls: Partial<Record<CallStateCode, number>>
  today: {
    attempts: number
    answered: number
    connected: number
    abandoned: number
    /** 0 to 1. */
    abandonment_rate: number
    denied_by_rule: Record<string, number>
  }
  /** 0 to 1. */
  occupancy: number
  /** By priority. */
  campaigns: Campaign[]
  why: string
  why_zh: string
}

export interface Campaign {
  id: Id
  name: string
  mode: Mode
}

export interface RecordingView {
  id: Id
  case_id: number
  case_ref: string
  agent_name?: string | null
  answered_at: Instant
  state: 'expected' | 'stored' | 'missing' | 'deleted'
  length_ms?: number | null
  /** opus, flac or wav once it is stored. */
  format?: string | null
  flaws: string[]
  outcome?: string | null
  disposition?: string | null
  /** Only where one recording is asked for. */
  pauses?: RecordingGap[]
}

/** What was kept out of a recording. */
export interface RecordingGap {
  from: Instant
  to: Instant | null
  agent_name: string
  ended: string | null
}

/** Who heard, took or was refused a recording. */
export interface RecordingAccess {
  id: number
  at: Instant
  login: string
  role: string
  kind: string
  reason: string | null
  refused: string | null
}

export interface Page<T> {
  items: T[]
  /** The cursor for `after`; null on the last page. */
  next: string | null
}

export type Verdict = 'allow' | 'deny' | 'not_before'

export interface Finding {
  id: string
  pack: string
  version: string
  verdict: 'allow' | 'deny'
  because: string
  because_zh?: string
}

export interface Counter {
  rule: string
  scope?: string
  event?: string
  period?: string
  used: number
  limit: number
}

/** What the rules said or would say; only `unreadable` where what was stored cannot be read. */
export interface DecisionView {
  at?: Instant
  verdict?: Verdict
  not_before?: Instant
  rules?: Finding[]
  zones?: string[]
  counters?: Counter[]
  unreadable?: string
}

export interface KeptDecision {
  id: number
  at: Instant
  case_ref: string
  attempt_id: string | null
  number: string | null
  decision: DecisionView
}

/** What would be decided for one number. */
export interface CheckedNumber extends DecisionView {
  at: Instant
  number: string
}

export interface RuleCard {
  id: string
  says: string
  says_zh: string
  source: string
  status: 'verified' | 'secondary' | 'unverified'
  severity: 'law' | 'guideline' | 'policy'
}

export interface RulePack {
  name: string
  version: string
  title: string
  title_zh: string
  /** Null: the current version. */
  until: Instant | null
  rules: RuleCard[]
  duties: RuleCard[]
}

export interface Behind {
  case_ref: string
  contactable: boolean
  calls: number
  wanted: number
  why: string
  rules: string[]
  next_call_at: Instant | null
}

export interface CadenceReport {
  target: {
    rule: string
    says: string
    says_zh: string
    contactable: number
    uncontactable: number
    reached_within_days: number
  } | null
  items: Behind[]
}

export const FACT_KINDS = [
  'cease',
  'attorney',
  'dispute',
  'bankruptcy',
  'deceased',
  'minor',
  'wrong_party',
  'refused',
  'inconvenient',
  'consent',
  'message_consent',
  'no_messages',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export interface Fact {
  id: number
  case_ref: string
  fact: FactKind | 'do_not_call'
  at: Instant
  number: string | null
  until: Instant | null
  window: { from: string; to: string; days: string[] } | null
  lifts: string[]
  evidence: string
  evidence_zh: string
  by: string
  noted_at: Instant
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdrawn_why: string | null
}

export interface NewFact {
  fact: FactKind
  number?: string
  until?: Instant
  window?: string
  lifts?: string[]
  evidence: string
}

export interface CaseView extends CaseCard {
  debtor_ref: string
  next_call_at: Instant | null
  numbers: { number: string }[]
}

export interface CallView {
  id: string
  state: string
  outcome: string | null
  disposition: string | null
  agent_name: string | null
  reserved_at: Instant
}
