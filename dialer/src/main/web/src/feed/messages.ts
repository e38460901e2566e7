import type { Alert, Notice } from '../api/supervision'
import type { AgentView, DecisionView, FloorView, Id, LiveCall, Preview, ScreenPop } from '../api/types'

/** Where else the agent is at work. */
export interface Elsewhere {
  address: string
  since: string
}

export type FeedMessage =
  | { type: 'page'; at_work: boolean; elsewhere: Elsewhere | null }
  | { type: 'agent'; agent: AgentView }
  | { type: 'screen_pop'; pop: ScreenPop }
  | { type: 'preview'; preview: Preview | null }
  | { type: 'denied'; case_ref: string | null; decision: DecisionView }
  | {
      type: 'take_over_failed'
      attempt_id: Id
      because: 'no_answer' | 'call_over' | 'not_joined' | 'passed_on'
    }
  | { type: 'notice'; notice: Notice }
  | { type: 'notice_read'; id: number; agent_name: string }
  | { type: 'alerts'; items: Alert[] }
  | { type: 'transfer_failed'; to_name: string; to_name_zh: string; because: string; because_zh: string }
  | { type: 'released'; attempt_id: Id; because: string | null; because_zh: string | null }
  | { type: 'choosing'; cases: boolean }
  | { type: 'call'; attempt_id: Id; state: 'connecting' | 'connected' | 'agent_lost' | 'ended' }
  | ({ type: 'floor' } & FloorView)
  | { type: 'agents'; items: AgentView[] }
  | { type: 'calls'; items: LiveCall[] }
  | { type: 'settings' }

const KNOWN = new Set([
  'page',
  'agent',
  'screen_pop',
  'preview',
  'denied',
  'take_over_failed',
  'notice',
  'notice_read',
  'alerts',
  'transfer_failed',
  'released',
  'choosing',
  'call',
  'floor',
  'agents',
  'calls',
  'settings',
])

/** Null for what this console does not know: a newer server may say more. */
export function parseMessage(text: string): FeedMessage | null {
  try {
    const message = JSON.parse(text) as { type?: unknown } | null
    return message !== null && typeof message.type === 'string' && KNOWN.has(message.type)
      ? (message as FeedMessage)
      : null
  } catch {
    return null
  }
}
