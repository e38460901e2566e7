import { describe, expect, it } from 'vitest'
import { days, minorOf, money, split } from './instalments'
import { beyond, largestWaiver, promised, total } from './promise'

const DUE = { minor: 1_286_450, currency: 'CNY', text: '12864.50' }
const YEN = { minor: 100, currency: 'JPY', text: '100' }
const OFFERS = { instalments_at_most: 3, extension_days_at_most: 7, waiver_percent_at_most: 5 }

describe('instalments', () => {
  it('add up to the whole amount, to the cent', () => {
    for (let parts = 1; parts <= 60; parts++) {
      expect(split(DUE.minor, parts).reduce((sum, one) => sum + one)).toBe(DUE.minor)
    }
    expect(split(10_000, 3)).toEqual([3333, 3333, 3334])
  })

  it('stay on their day, or the last one of a month that has no such day', () => {
    expect(days('2026-12-31', 4, 'month')).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31'])
    expect(days('2026-12-24', 3, 'two_weeks')).toEqual(['2026-12-24', '2027-01-07', '2027-01-21'])
  })

  it('are read and written in the currency’s own decimals', () => {
    expect(minorOf('12.5', DUE)).toBe(1250)
    expect(minorOf('12.345', DUE)).toBeNull()
    expect(minorOf('12.5', YEN)).toBeNull()
    expect(money(5, DUE).text).toBe('0.05')
    expect(money(100, YEN).text).toBe('100')
  })
})

describe('a promise', () => {
  const part = (date: string, amount = '100') => ({ date, amount })
  const TODAY = '2026-11-27'

  it('is within the offers up to their last day and number', () => {
    expect(beyond([part('2026-12-04')], TODAY, OFFERS)).toBeNull()
    expect(beyond([part('2026-12-05')], TODAY, OFFERS)).toBe('extension')
    expect(beyond(Array(3).fill(part('2027-06-01')), TODAY, OFFERS)).toBeNull()
    expect(beyond(Array(4).fill(part('2026-12-01')), TODAY, OFFERS)).toBe('instalments')
  })

  it('is not called beyond offers that nobody knows', () => {
    expect(beyond([part('2027-12-05')], TODAY, null)).toBeNull()
  })

  it('says what of it needs approval, and nothing that nobody said', () => {
    const form = { instalments: [part('2026-12-20', ' 100 ')], waiver: '', channel: ' ', moreThanDue: false }
    expect(promised(form, false)).toEqual({ instalments: [part('2026-12-20')] })
    expect(promised({ ...form, waiver: '20.00' }, true)).toEqual({
      instalments: [part('2026-12-20')],
      waiver_amount: '20.00',
      beyond_offer: true,
    })
  })

  it('may ask for a waiver up to the stage’s share, rounded down', () => {
    expect(largestWaiver(DUE, OFFERS)).toBe(64_322)
  })

  it('has no total while an amount is half typed', () => {
    expect(total([part('2026-12-01', '10.50'), part('2026-12-02', '4')], DUE)).toBe(1450)
    expect(total([part('2026-12-01', '10.')], DUE)).toBeNull()
  })
})
