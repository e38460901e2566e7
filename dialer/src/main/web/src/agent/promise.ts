import type { Offers } from '../api/desk'
import type { Money } from '../api/types'
import { daysBetween, minorOf } from './instalments'

export interface PromisedPart {
  date: string
  amount: string
}

export interface PromiseForm {
  instalments: PromisedPart[]
  waiver: string
  channel: string
  moreThanDue: boolean
}

/** The most that may be asked for, in minor units, rounded down as the server does. */
export function largestWaiver(due: Money, offers: Offers): number {
  return Math.floor((Math.max(0, due.minor) * offers.waiver_percent_at_most) / 100)
}

/** How a promise goes beyond the offers of the case's stage; null: it does not. */
export function beyond(
  parts: readonly PromisedPart[],
  today: string,
  offers: Offers | null,
): 'instalments' | 'extension' | null {
  if (offers === null || parts.length === 0) {
    return null
  }
  if (parts.length > Math.max(1, offers.instalments_at_most)) {
    return 'instalments'
  }
  const last = parts[0]?.date ?? today
  return parts.length === 1 && daysBetween(today, last) > offers.extension_days_at_most ? 'extension' : null
}

/** What the parts add up to in minor units; null where one is no amount. */
export function total(parts: readonly PromisedPart[], like: Money): number | null {
  return parts.reduce<number | null>((sum, { amount }) => {
    const minor = minorOf(amount, like)
    return sum === null || minor === null ? null : sum + minor
  }, 0)
}

/** The promise as the API takes it; what nobody said is left out. */
export function promised(form: PromiseForm, isBeyond: boolean): Record<string, unknown> {
  const channel = form.channel.trim()
  const waiver = form.waiver.trim()
  return {
    instalments: form.instalments.map(({ date, amount }) => ({ date, amount: amount.trim() })),
    ...(channel === '' ? {} : { channel }),
    ...(waiver === '' ? {} : { waiver_amount: waiver }),
    ...(form.moreThanDue ? { more_than_due: true } : {}),
    ...(isBeyond ? { beyond_offer: true } : {}),
  }
}
