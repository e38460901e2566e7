/** What the agent typed of a payment that is claimed; all as text. */
export interface Claim {
  date: string
  amount: string
  channel: string
}

const WITH_FORM: readonly string[] = ['promise_to_pay', 'claims_paid', 'call_back']

/** Whether the agent is asked for details before this disposition is saved. */
export function asksForDetails(code: string): boolean {
  return WITH_FORM.includes(code)
}

/** A day of the browser's calendar, as the API writes it. */
export function day(from: Date, later: number): string {
  const then = new Date(from.getFullYear(), from.getMonth(), from.getDate() + later)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`
}

/** The whole amount, paid today: what is said most, to be changed. */
export function emptyClaim(now: Date, amountDue: string): Claim {
  return { date: day(now, 0), amount: amountDue, channel: '' }
}

/** The claim as the API takes it. */
export function claimed(claim: Claim): Record<string, unknown> {
  return { paid_at: claim.date, amount: claim.amount.trim(), channel: claim.channel.trim() }
}
