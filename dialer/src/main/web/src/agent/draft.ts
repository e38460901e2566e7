import { type Rhythm, RHYTHMS } from './instalments'
import type { Claim } from './outcome'
import type { PromiseForm } from './promise'

/** What is asked of a promise, as it stands on the screen. */
export interface PromiseState extends PromiseForm {
  parts: number
  first: string
  rhythm: Rhythm
}

/** What is asked of a call-back, as it stands on the screen. */
export interface CallBackState {
  at: string
  day: string
  sameAgent: boolean
}

/** What a form holds; only the one that is open. */
export interface FormState {
  promise?: PromiseState
  callBack?: CallBackState
  claim?: Claim
}

/** A half-finished wrap-up. */
export interface WrapUpDraft {
  /** The code of the disposition whose details are being asked for. */
  disposition: string | null
  note: string
  form: FormState
}

/** A later console may keep forms in another way; what it does not know it leaves alone. */
const VERSION = 1

export function emptyDraft(): WrapUpDraft {
  return { disposition: null, note: '', form: {} }
}

/** The draft as the API takes it. */
export function kept({ disposition, note, form }: WrapUpDraft): Record<string, unknown> {
  return {
    ...(disposition === null ? {} : { disposition, details: { version: VERSION, form } }),
    ...(note === '' ? {} : { note }),
  }
}

/** What was kept, here or at the server, as far as it can be understood. */
export function restored(found: unknown): WrapUpDraft {
  const draft = record(found)
  const details = record(draft['details'])
  return {
    disposition: typeof draft['disposition'] === 'string' ? draft['disposition'] : null,
    note: text(draft['note']) ?? '',
    form: details['version'] === VERSION ? formOf(record(details['form'])) : {},
  }
}

function formOf(form: Record<string, unknown>): FormState {
  const promise = promiseOf(record(form['promise']))
  const callBack = callBackOf(record(form['callBack']))
  const claim = claimOf(record(form['claim']))
  return { ...(promise ? { promise } : {}), ...(callBack ? { callBack } : {}), ...(claim ? { claim } : {}) }
}

function promiseOf(found: Record<string, unknown>): PromiseState | null {
  const { parts, first, rhythm, waiver, channel, moreThanDue, instalments } = found
  const known = RHYTHMS.find((one) => one === rhythm)
  const all = Array.isArray(instalments) ? instalments.map(record) : []
  const complete =
    typeof parts === 'number' &&
    typeof first === 'string' &&
    typeof waiver === 'string' &&
    typeof channel === 'string' &&
    typeof moreThanDue === 'boolean'
  if (!complete || known === undefined || all.length === 0) {
    return null
  }
  const paid = all.map((one) => ({ date: text(one['date']) ?? '', amount: text(one['amount']) ?? '' }))
  return { parts, first, rhythm: known, waiver, channel, moreThanDue, instalments: paid }
}

function callBackOf({ at, day, sameAgent }: Record<string, unknown>): CallBackState | null {
  return typeof at === 'string' && typeof day === 'string' && typeof sameAgent === 'boolean'
    ? { at, day, sameAgent }
    : null
}

function claimOf({ date, amount, channel }: Record<string, unknown>): Claim | null {
  return typeof date === 'string' && typeof amount === 'string' && typeof channel === 'string'
    ? { date, amount, channel }
    : null
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
