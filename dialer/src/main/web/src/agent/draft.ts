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

/** What one disposition's form holds. */
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
  /** By disposition: what is typed of one stays while another is looked at, and when its form is closed. */
  forms: Readonly<Record<string, FormState>>
}

/** A later console may keep forms in another way; what it does not know it leaves alone. */
const VERSION = 2
/** Kept the one form that was open. */
const ONE_FORM = 1

export function emptyDraft(): WrapUpDraft {
  return { disposition: null, note: '', forms: {} }
}

/** Whether somebody would miss what a form holds: a day is filled in by the form itself. */
export function isTyped({ promise, callBack, claim }: FormState): boolean {
  const asked = callBack !== undefined && (callBack.at !== '' || !callBack.sameAgent)
  return promise !== undefined || claim !== undefined || asked
}

/** The draft as the API takes it. */
export function kept({ disposition, note, forms }: WrapUpDraft): Record<string, unknown> {
  return {
    ...(disposition === null ? {} : { disposition }),
    ...(Object.keys(forms).length === 0 ? {} : { details: { version: VERSION, forms } }),
    ...(note === '' ? {} : { note }),
  }
}

/** What was kept, here or at the server, as far as it can be understood. */
export function restored(found: unknown): WrapUpDraft {
  const draft = record(found)
  const disposition = text(draft['disposition'])
  return {
    disposition,
    note: text(draft['note']) ?? '',
    forms: formsOf(record(draft['details']), disposition),
  }
}

function formsOf(details: Record<string, unknown>, open: string | null): Record<string, FormState> {
  const found: Record<string, unknown> =
    details['version'] === VERSION
      ? record(details['forms'])
      : details['version'] === ONE_FORM && open !== null
        ? { [open]: details['form'] }
        : {}
  const forms = Object.entries(found).map(([code, form]) => [code, formOf(record(form))] as const)
  return Object.fromEntries(forms.filter(([, form]) => Object.keys(form).length > 0))
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
