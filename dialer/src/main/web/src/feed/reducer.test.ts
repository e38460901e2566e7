import { describe, expect, it } from 'vitest'
import type { AgentView, Preview, ScreenPop, StateCode } from '../api/types'
import { parseMessage } from './messages'
import { type FeedState, NOTHING_HEARD, reduce } from './reducer'

const agentIn = (state: StateCode, attempt?: string): AgentView => ({
  id: 1,
  login: 'li',
  name: '李静',
  extension: '1001',
  state,
  since: '2026-11-23T02:00:00Z',
  leg: 'up',
  ...(attempt === undefined ? {} : { attempt }),
})

const popOf = (attempt: string, connected = false): ScreenPop => ({
  attempt_id: attempt,
  answered_at: '2026-11-23T02:00:00Z',
  connected,
  purpose: 'collection',
  number: '138****0001',
  history: [],
  case: {
    id: 7,
    case_ref: 'C-7',
    debtor_name: '王伟',
    amount_due: { minor: 123456, currency: 'CNY', text: '1234.56' },
    due_date: '2026-10-01',
  },
})

const inCall: FeedState = reduce(reduce(NOTHING_HEARD, { type: 'screen_pop', pop: popOf('a') }), {
  type: 'agent',
  agent: agentIn('on_call', 'a'),
})

describe('the feed', () => {
  it('is quiet and shows no debtor while another page is at work, until it takes over', () => {
    const where = { address: '10.0.0.5', since: '2026-11-23T02:00:00Z' }
    const quiet = reduce(inCall, { type: 'page', at_work: false, elsewhere: where })
    expect(quiet).toEqual({ ...NOTHING_HEARD, elsewhere: where })
    expect(reduce(quiet, { type: 'page', at_work: true, elsewhere: null })).toEqual(NOTHING_HEARD)
  })

  it('knows that the headset is away until the two are connected again', () => {
    const lost = reduce(inCall, { type: 'call', attempt_id: 'a', state: 'agent_lost' })
    expect(lost).toMatchObject({ lost: true, ended: false })
    expect(reduce(lost, { type: 'call', attempt_id: 'a', state: 'connected' }).lost).toBe(false)
  })

  it('shows the debtor as soon as the pop arrives, not yet connected', () => {
    expect(inCall.pop?.case.debtor_name).toBe('王伟')
    expect(inCall.pop?.connected).toBe(false)
  })

  it('turns to connected when the two are joined', () => {
    const joined = reduce(inCall, { type: 'call', attempt_id: 'a', state: 'connected' })
    expect(joined.pop?.connected).toBe(true)
  })

  it('keeps the debtor through wrap-up and forgets the debtor afterwards', () => {
    const wrapUp = reduce(inCall, { type: 'agent', agent: agentIn('wrap_up', 'a') })
    expect(wrapUp.pop?.attempt_id).toBe('a')
    expect(wrapUp.ended).toBe(true)
    expect(reduce(wrapUp, { type: 'agent', agent: agentIn('ready') }).pop).toBeNull()
  })

  it('never shows the last debtor during another one’s call', () => {
    expect(reduce(inCall, { type: 'agent', agent: agentIn('on_call', 'b') }).pop).toBeNull()
  })

  it('knows after a reconnect in wrap-up that the call is over, whichever part comes first', () => {
    const agentFirst = reduce(reduce(NOTHING_HEARD, { type: 'agent', agent: agentIn('wrap_up', 'a') }), {
      type: 'screen_pop',
      pop: popOf('a', true),
    })
    const popFirst = reduce(reduce(NOTHING_HEARD, { type: 'screen_pop', pop: popOf('a', true) }), {
      type: 'agent',
      agent: agentIn('wrap_up', 'a'),
    })
    expect([agentFirst.ended, popFirst.ended]).toEqual([true, true])
  })

  it('forgets a debtor whom a supervisor has lost to another agent, and no other', () => {
    const failed = { type: 'take_over_failed', attempt_id: 'a' } as const
    expect(reduce(inCall, { ...failed, because: 'passed_on' }).pop).toBeNull()
    expect(reduce(inCall, { ...failed, attempt_id: 'b', because: 'passed_on' }).pop).not.toBeNull()
    expect(reduce(inCall, { ...failed, because: 'no_answer' }).pop).not.toBeNull()
  })

  it('ignores news of a call that is not on the screen', () => {
    expect(reduce(inCall, { type: 'call', attempt_id: 'b', state: 'ended' })).toBe(inCall)
  })

  it('stays connected until the call has ended, then says so', () => {
    const joined = reduce(inCall, { type: 'screen_pop', pop: popOf('a', true) })
    const ended = reduce(joined, { type: 'call', attempt_id: 'a', state: 'ended' })
    expect([ended.pop?.connected, ended.ended]).toEqual([true, true])
  })

  it('replaces the floor’s lists as a whole', () => {
    const two = reduce(NOTHING_HEARD, { type: 'agents', items: [agentIn('ready'), agentIn('break')] })
    expect(reduce(two, { type: 'agents', items: [] }).agents).toEqual([])
  })

  it('shows the case to look at until its debtor answers', () => {
    const preview: Preview = {
      ...popOf('a'),
      id: 'a',
      since: '2026-11-23T02:00:00Z',
      calls_at: null,
      calling: false,
      decision: {},
    }
    const looking = reduce(NOTHING_HEARD, { type: 'preview', preview })

    expect(looking.preview?.case.debtor_name).toBe('王伟')
    expect(reduce(looking, { type: 'screen_pop', pop: popOf('a') }).preview).toBeNull()
    expect(reduce(looking, { type: 'preview', preview: null }).preview).toBeNull()
  })
})

describe('reading a message', () => {
  it('passes over what a newer server may say', () => {
    expect(parseMessage('{"type":"weather"}')).toBeNull()
    expect(parseMessage('null')).toBeNull()
    expect(parseMessage('{')).toBeNull()
    expect(parseMessage('{"type":"calls","items":[]}')).toEqual({ type: 'calls', items: [] })
  })
})
