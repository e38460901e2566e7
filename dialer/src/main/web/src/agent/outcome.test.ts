import { expect, it } from 'vitest'
import { day, details, emptyForm } from './outcome'

const NOW = new Date(2026, 10, 29, 10, 0)

it('offers the whole amount in three days as a promise', () => {
  expect(details('promise_to_pay', emptyForm(NOW, '1200.00'))).toEqual({
    instalments: [{ date: '2026-12-02', amount: '1200.00' }],
  })
})

it('names the three elements of a payment that is claimed', () => {
  const form = { ...emptyForm(NOW, '1200.00'), amount: ' 500 ', channel: ' alipay ' }
  expect(details('claims_paid', form)).toEqual({ paid_at: '2026-11-29', amount: '500', channel: 'alipay' })
})

it('leaves the time of a call-back to the floor where none is given', () => {
  expect(details('call_back', emptyForm(NOW, ''))).toEqual({})
})

it('counts days across the end of a month', () => {
  expect(day(NOW, 2)).toBe('2026-12-01')
})
