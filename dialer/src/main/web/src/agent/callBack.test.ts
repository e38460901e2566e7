import { expect, it } from 'vitest'
import { calledBack, slots } from './callBack'

it('offers what lies ahead, at hours for calls', () => {
  expect(slots(new Date(2026, 10, 27, 10)).map((one) => one.slot)).toEqual([
    'hour',
    'two_hours',
    'evening',
    'morning',
    'afternoon',
  ])
  expect(slots(new Date(2026, 10, 27, 19, 30)).map((one) => one.slot)).toEqual(['morning', 'afternoon'])
})

it('leaves the time to the floor where none is given', () => {
  expect(calledBack('', true)).toEqual({})
})

it('names the time as an instant, and says where anybody may call', () => {
  const at = new Date(2026, 10, 28, 10)
  expect(calledBack('2026-11-28T10:00', false)).toEqual({ at: at.toISOString(), same_agent: false })
})
