import { expect, it } from 'vitest'
import { backoff } from './backoff'

it('doubles from try to try', () => {
  expect([1, 2, 3, 4].map((attempt) => backoff(attempt, 1))).toEqual([500, 1000, 2000, 4000])
})

it('never waits longer than 15 seconds, however often it failed', () => {
  expect(backoff(2000, 1)).toBe(15_000)
})

it('spreads the consoles over half of the wait', () => {
  expect(backoff(3, 0)).toBe(1000)
})
