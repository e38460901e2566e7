import { expect, it } from 'vitest'
import type { Slot } from '../api/desk'
import { calledBack, daysOf } from './callBack'

const CLOSED = { id: 'FLOOR-HOURS', because: 'too late', because_zh: '太晚' }
const open = (at: string): Slot => ({ at, open: true, rules: [] })
const shut = (at: string): Slot => ({ at, open: false, rules: [CLOSED] })

it('groups the times by the debtor’s days and keeps those that are open', () => {
  const days = daysOf(
    [open('2026-11-28T11:30:00Z'), shut('2026-11-28T14:00:00Z'), open('2026-11-29T01:00:00Z')],
    'Asia/Shanghai',
  )
  expect(days.map((one) => [one.day, one.open.length])).toEqual([
    ['2026-11-28', 1],
    ['2026-11-29', 1],
  ])
  expect(daysOf([open('2026-11-28T17:30:00Z')], 'Asia/Shanghai')[0]?.day).toBe('2026-11-29')
})

it('says why a day has nothing open', () => {
  expect(daysOf([shut('2026-11-28T04:00:00Z'), shut('2026-11-28T05:00:00Z')], 'Asia/Shanghai')).toEqual([
    { day: '2026-11-28', open: [], closed: CLOSED },
  ])
})

it('leaves the time to the floor where none is given', () => {
  expect(calledBack('', true)).toEqual({})
})

it('names the time as an instant, and says where anybody may call', () => {
  expect(calledBack('2026-11-28T10:00:00Z', false)).toEqual({
    at: '2026-11-28T10:00:00.000Z',
    same_agent: false,
  })
})
