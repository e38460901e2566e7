import { expect, it } from 'vitest'
import type { AgentView, StateCode } from '../api/types'
import { byCount, byStateAndTime } from './sort'

const agent = (login: string, state: StateCode, since: string): AgentView => ({
  id: login,
  login,
  name: login,
  extension: '1001',
  state,
  since: `2026-11-23T${since}Z`,
  leg: 'up',
})

it('puts agents in a call first and, within a state, the longest first', () => {
  const agents = [
    agent('away', 'signed_out', '01:00:00'),
    agent('new', 'on_call', '02:05:00'),
    agent('free', 'ready', '01:00:00'),
    agent('old', 'on_call', '02:00:00'),
  ]
  expect(byStateAndTime(agents).map((one) => one.login)).toEqual(['old', 'new', 'free', 'away'])
})

it('does not let equal times shuffle the rows', () => {
  const same = [agent('b', 'ready', '01:00:00'), agent('a', 'ready', '01:00:00')]
  expect(byStateAndTime(same).map((one) => one.login)).toEqual(['a', 'b'])
})

it('names the rule that held back most calls first', () => {
  expect(byCount({ HOURS: 2, CAP: 9 })).toEqual([
    ['CAP', 9],
    ['HOURS', 2],
  ])
})
