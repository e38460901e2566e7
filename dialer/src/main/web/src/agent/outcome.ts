import type { DispositionCode } from './dispositions'

/** What the agent typed of a disposition's details; all as text. */
export interface OutcomeForm {
  instalments: { date: string; amount: string }[]
  date: string
  amount: string
  channel: string
  at: string
}

const WITH_FORM: readonly string[] = ['promise_to_pay', 'claims_paid', 'call_back']

/** Whether the agent is asked for details before this disposition is saved. */
export function asksForDetails(code: DispositionCode): boolean {
  return WITH_FORM.includes(code)
}

/** A day of the browser's calendar, as the API writes it. */
export function day(from: Date, later: number): string {
  const then = new Date(from.getFullYear(), from.getMonth(), from.getDate() + later)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`
}

/** The whole amount in three days, or paid today: what is said most, to be changed. */
export function emptyForm(now: Date, amountDue: string): OutcomeForm {
  return {
    instalments: [{ date: day(now, 3), amount: amountDue }],
    date: day(now, 0),
    amount: amountDue,
    channel: '',
    at: '',
  }
}

/** The details as the API takes them. */
export function details(code: DispositionCode, form: OutcomeForm): Record<string, unknown> {
  const channel = form.channel.trim()
  switch (code) {
    case 'promise_to_pay':
      return {
        instalments: form.instalments.map(({ date, amount }) => ({ date, amount: amount.trim() })),
        ...(channel === '' ? {} : { channel }),
      }
    case 'claims_paid':
      return { paid_at: form.date, amount: form.amount.trim(), channel }
    case 'call_back':
      return form.at === '' ? {} : { at: new Date(form.at).toISOString() }
    default:
      return {}
  }
}
