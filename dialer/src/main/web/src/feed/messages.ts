import type { AgentView, DecisionView, FloorView, Id, LiveCall, Preview, ScreenPop } from '../api/types'

export type FeedMessage =
  | { type: 'agent'; agent: AgentView }
  | { type: 'screen_pop'; pop: ScreenPop }
  | { type: 'preview'; preview: Preview | null }
  | { type: 'denied'; case_ref: string | null; decision: DecisionView }
  | { type: 'transfer_failed'; to_name: string; because: string }
  | { type: 'choosing'; cases: boolean }
  | { type: 'call'; attempt_id: Id; state: 'connecting' | 'connected' | 'ended' }
  | ({ type: 'floor' } & FloorView)
  | { type: 'agents'; items: AgentView[] }
  | { type: 'calls'; items: LiveCall[] }

const KNOWN = new Set([
  'agent',
  'screen_pop',
  'preview',
  'denied',
  'transfer_failed',
  'choosing',
  'call',
  'floor',
  'agents',
  'calls',
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
