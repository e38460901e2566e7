import type { AgentView, FloorView, LiveCall, Preview, ScreenPop } from '../api/types'
import type { FeedMessage } from './messages'

/** What the live feed has told so far. An agent's page reads all up to `ended`, a supervisor's the others. */
export interface FeedState {
  readonly agent: AgentView | null
  readonly pop: ScreenPop | null
  readonly preview: Preview | null
  /** The last call that the rules denied to a timer. */
  readonly denied: Extract<FeedMessage, { type: 'denied' }> | null
  /** The last transfer that came to nothing after it was under way. */
  readonly transferFailed: Extract<FeedMessage, { type: 'transfer_failed' }> | null
  /** Whether the agent chooses whom to call. */
  readonly choosing: boolean
  readonly ended: boolean
  readonly floor: FloorView | null
  readonly agents: readonly AgentView[]
  readonly calls: readonly LiveCall[]
}

export const NOTHING_HEARD: FeedState = {
  agent: null,
  pop: null,
  preview: null,
  denied: null,
  transferFailed: null,
  choosing: false,
  ended: false,
  floor: null,
  agents: [],
  calls: [],
}

export function reduce(state: FeedState, message: FeedMessage): FeedState {
  switch (message.type) {
    case 'agent':
      return withAgent(state, message.agent)
    case 'screen_pop':
      return { ...state, pop: message.pop, preview: null, ended: wrapsUp(state.agent, message.pop) }
    case 'preview':
      return { ...state, preview: message.preview }
    case 'denied':
      return { ...state, denied: message }
    case 'transfer_failed':
      return { ...state, transferFailed: message }
    case 'choosing':
      return { ...state, choosing: message.cases }
    case 'call':
      return withCall(state, message)
    case 'floor':
      return { ...state, floor: message }
    case 'agents':
      return { ...state, agents: message.items }
    case 'calls':
      return { ...state, calls: message.items }
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
    return { ...state, agent, pop: null, ended: false }
  }
  return { ...state, agent, ended: agent.state === 'wrap_up' }
}

function withCall(state: FeedState, call: Extract<FeedMessage, { type: 'call' }>): FeedState {
  if (state.pop?.attempt_id !== call.attempt_id) {
    return state
  }
  const connected = call.state === 'connected' || (state.pop.connected && call.state !== 'connecting')
  return { ...state, pop: { ...state.pop, connected }, ended: call.state === 'ended' }
}
