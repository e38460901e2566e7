import type { AgentView, StateCode } from '../api/types'

export const STATE_ORDER: readonly StateCode[] = ['on_call', 'wrap_up', 'ready', 'break', 'signed_out']

/** Those at work first; within a state those who have been in it longest. */
export function byStateAndTime(agents: readonly AgentView[]): AgentView[] {
  return [...agents].sort(
    (a, b) =>
      STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
      Date.parse(a.since) - Date.parse(b.since) ||
      a.login.localeCompare(b.login),
  )
}

/** Rules by how often they spoke against a call, most often first. */
export function byCount(denied: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(denied).sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
}
