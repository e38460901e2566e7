import type { Alert, Notice } from '../api/supervision'
import type { AgentView, FloorView, LiveCall, Preview, ScreenPop } from '../api/types'
import type { Elsewhere, FeedMessage } from './messages'
import { keepSame } from './same'

/**
 * What the live feed has told so far. An agent's page reads all up to `ended`, a supervisor's the others, and `pop` and `ended`
 * of a call that the supervisor has taken over, is asked into or is in as a third.
 */
export interface FeedState {
  /** The page of this agent's that is at work instead of this one. */
  readonly elsewhere: Elsewhere | null
  readonly agent: AgentView | null
  readonly pop: ScreenPop | null
  readonly preview: Preview | null
  /** The last call that the rules denied to a timer. */
  readonly denied: Extract<FeedMessage, { type: 'denied' }> | null
  /** The last call that could not be taken over. */
  readonly notTaken: Extract<FeedMessage, { type: 'take_over_failed' }> | null
  /** The last that a supervisor told this agent, or that an agent has read of this supervisor. */
  readonly notice: Notice | null
  readonly noticeRead: Extract<FeedMessage, { type: 'notice_read' }> | null
  /** The last transfer that came to nothing after it was under way. */
  readonly transferFailed: Extract<FeedMessage, { type: 'transfer_failed' }> | null
  /** The last call that this supervisor was asked into, or was in, and is not any more. */
  readonly released: Extract<FeedMessage, { type: 'released' }> | null
  /** Whether the agent chooses whom to call. */
  readonly choosing: boolean
  readonly ended: boolean
  /** The agent's own phone is away in mid-talk, and the debtor waits for it. */
  readonly lost: boolean
  readonly floor: FloorView | null
  readonly agents: readonly AgentView[]
  readonly calls: readonly LiveCall[]
  /** How often it was told that somebody changed a campaign or a trunk. */
  readonly settings: number
  /** Newest first. */
  readonly alerts: readonly Alert[]
}

export const NOTHING_HEARD: FeedState = {
  elsewhere: null,
  agent: null,
  pop: null,
  preview: null,
  denied: null,
  notTaken: null,
  notice: null,
  noticeRead: null,
  transferFailed: null,
  released: null,
  choosing: false,
  ended: false,
  lost: false,
  floor: null,
  agents: [],
  calls: [],
  settings: 0,
  alerts: [],
}

export function reduce(state: FeedState, message: FeedMessage): FeedState {
  switch (message.type) {
    case 'page':
      // A page that is not at work any more must not show a debtor.
      return message.at_work
        ? { ...state, elsewhere: null }
        : { ...NOTHING_HEARD, elsewhere: message.elsewhere }
    case 'agent':
      return withAgent(state, message.agent)
    case 'screen_pop':
      return { ...state, pop: message.pop, preview: null, ended: wrapsUp(state.agent, message.pop) }
    case 'preview':
      return { ...state, preview: message.preview }
    case 'denied':
      return { ...state, denied: message }
    case 'take_over_failed':
      return withNotTaken(state, message)
    case 'notice':
      return { ...state, notice: message.notice }
    case 'notice_read':
      return { ...state, noticeRead: message }
    case 'alerts':
      return { ...state, alerts: message.items }
    case 'transfer_failed':
      return { ...state, transferFailed: message }
    case 'released':
      return {
        ...state,
        released: message,
        pop: state.pop?.attempt_id === message.attempt_id ? null : state.pop,
      }
    case 'choosing':
      return { ...state, choosing: message.cases }
    case 'call':
      return withCall(state, message)
    case 'floor':
      return { ...state, floor: message }
    case 'agents':
      return { ...state, agents: keepSame(state.agents, message.items, (agent) => agent.id) }
    case 'calls':
      return { ...state, calls: keepSame(state.calls, message.items, (call) => call.attempt_id) }
    case 'settings':
      return { ...state, settings: state.settings + 1 }
  }
}

/** After a reconnect in wrap-up the agent's state comes first and the pop of the call that is over second. */
function wrapsUp(agent: AgentView | null, pop: ScreenPop): boolean {
  return agent?.state === 'wrap_up' && agent.attempt === pop.attempt_id
}

/** A debtor's data stays on the screen only while the agent has that debtor's call to handle. */
function withAgent(state: FeedState, agent: AgentView): FeedState {
  const busy = agent.state === 'on_call' || agent.state === 'wrap_up'
  const foreign = agent.attempt != null && state.pop?.attempt_id !== agent.attempt
  if (!busy || foreign) {
    return { ...state, agent, pop: null, ended: false, lost: false }
  }
  return { ...state, agent, ended: agent.state === 'wrap_up' }
}

/** Another agent has the debtor: their data is none of this page's any more. */
function withNotTaken(
  state: FeedState,
  message: Extract<FeedMessage, { type: 'take_over_failed' }>,
): FeedState {
  const own = message.because === 'passed_on' && state.pop?.attempt_id === message.attempt_id
  return own ? { ...state, notTaken: message, pop: null, lost: false } : { ...state, notTaken: message }
}

function withCall(state: FeedState, call: Extract<FeedMessage, { type: 'call' }>): FeedState {
  if (state.pop?.attempt_id !== call.attempt_id) {
    return state
  }
  const connected = call.state === 'connected' || (state.pop.connected && call.state !== 'connecting')
  return {
    ...state,
    pop: { ...state.pop, connected },
    ended: call.state === 'ended',
    lost: call.state === 'agent_lost',
  }
}
