import { expect, it } from 'vitest'
import { asksForDetails, claimed, day, emptyClaim } from './outcome'

const NOW = new Date(2026, 10, 29, 10, 0)

it('names the three elements of a payment that is claimed', () => {
  const claim = { ...emptyClaim(NOW, '1200.00'), amount: ' 500 ', channel: ' alipay ' }
  expect(claimed(claim)).toEqual({ paid_at: '2026-11-29', amount: '500', channel: 'alipay' })
})

it('asks for details only where there are any', () => {
  expect(asksForDetails('call_back')).toBe(true)
  expect(asksForDetails('refuses')).toBe(false)
})

it('counts days across the end of a month', () => {
  expect(day(NOW, 2)).toBe('2026-12-01')
})
