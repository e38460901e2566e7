import { describe, expect, it } from 'vitest'
import type { Effect } from '../api/reports'
import { inCurrency, intervalOf, sorted, wilson } from './figures'
import { daysBefore } from './period'

const money = (text: string, currency = 'CNY') => ({ minor: Number(text) * 100, currency, text })

function effect(group: string, found: Partial<Effect> = {}): Effect {
  return {
    group,
    attempts: 10,
    answered: 5,
    promises: 0,
    right_party_contacts: 0,
    recovered: [],
    cost: money('1.00'),
    ...found,
  } as Effect
}

describe('an interval of a share', () => {
  it('is Wilson’s', () => {
    const { low, high } = wilson(5, 10) ?? { low: 0, high: 0 }
    expect(low).toBeCloseTo(0.2366, 4)
    expect(high).toBeCloseTo(0.7634, 4)
  })

  it('stays between nothing and all, and is unknown of nothing', () => {
    expect(wilson(0, 3)?.low).toBeCloseTo(0, 12)
    expect(wilson(3, 3)?.high).toBeCloseTo(1, 12)
    expect(wilson(0, 0)).toBeNull()
  })

  it('is not told where more was counted than could be', () => {
    expect(intervalOf(effect('a', { promises: 3, right_party_contacts: 2 }), 'promise_rate')).toBeNull()
  })
})

describe('the table', () => {
  it('sorts names with their numbers by size', () => {
    const names = sorted([effect('10'), effect('9'), effect('M1')], 'group', false).map((one) => one.group)
    expect(names).toEqual(['9', '10', 'M1'])
  })

  it('puts a rate of nothing below every other', () => {
    const rows = [effect('a', { kept_rate: null }), effect('b', { kept_rate: 0 })]
    expect(sorted(rows, 'kept_rate', true).map((one) => one.group)).toEqual(['b', 'a'])
  })

  it('counts what was recovered in the currency asked for', () => {
    expect(inCurrency([money('5', 'USD'), money('7')], 'CNY')).toBe(7)
  })
})

describe('a period', () => {
  it('counts calendar days, also over the end of a month', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28')
  })
})
