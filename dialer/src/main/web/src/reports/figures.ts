import type { Effect } from '../api/reports'
import type { Money } from '../api/types'

export interface Interval {
  low: number
  high: number
}

const Z_95 = 1.959963984540054

/** Wilson's score interval of a share at 95 %; null where the share is of nothing. */
export function wilson(hits: number, of: number): Interval | null {
  if (of === 0) {
    return null
  }
  const share = hits / of
  const square = Z_95 * Z_95
  const middle = share + square / (2 * of)
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  const whole = 1 + square / of
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}

/** Rates with what they are counted from: of how many, how many. */
export const RATES = {
  answer_rate: (one: Effect) => [one.answered, one.attempts],
  right_party_rate: (one: Effect) => [one.right_party_contacts, one.attempts],
  promise_rate: (one: Effect) => [one.promises, one.right_party_contacts],
  kept_rate: (one: Effect) => [one.kept, one.kept + one.partly_kept + one.broken],
} as const satisfies Record<string, (one: Effect) => readonly [number, number]>
export type RateName = keyof typeof RATES

export function intervalOf(one: Effect, rate: RateName): Interval | null {
  const [hits, of] = RATES[rate](one)
  // More promises than conversations can come of several instalments: then it is no share.
  return hits > of ? null : wilson(hits, of)
}

/** What was recovered in a currency, in major units; good for a chart and for sorting, not for the books. */
export function inCurrency(amounts: readonly Money[], currency: string): number {
  return Number(amounts.find((one) => one.currency === currency)?.text ?? 0)
}

export type SortKey =
  | 'group'
  | 'attempts'
  | 'answer_rate'
  | 'conversations'
  | 'right_party_rate'
  | 'promises'
  | 'promise_rate'
  | 'kept_rate'
  | 'recovered'
  | 'cost'
  | 'cost_per_recovered'
  | 'abandonment_rate'
  | 'complaints'
  | 'cadence_fulfilment'

function worth(one: Effect, key: Exclude<SortKey, 'group'>): number {
  if (key === 'recovered') {
    return inCurrency(one.recovered, one.cost.currency)
  }
  // What cannot be told stands below everything.
  return key === 'cost' ? Number(one.cost.text) : (one[key] ?? -1)
}

export function sorted(items: readonly Effect[], key: SortKey, down: boolean): Effect[] {
  const sign = down ? -1 : 1
  return [...items].sort((one, other) =>
    key === 'group'
      ? sign * one.group.localeCompare(other.group, undefined, { numeric: true })
      : sign * (worth(one, key) - worth(other, key)),
  )
}
