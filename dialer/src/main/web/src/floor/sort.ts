import type { AgentView, StateCode } from '../api/types'

export const STATE_ORDER: readonly StateCode[] = ['on_call', 'wrap_up', 'ready', 'break', 'signed_out']

const logins = new Intl.Collator()

/** Those at work first; within a state those who have been in it longest. */
export function byStateAndTime(agents: readonly AgentView[]): AgentView[] {
  return agents
    .map((agent) => ({ agent, place: STATE_ORDER.indexOf(agent.state), since: Date.parse(agent.since) }))
    .sort((a, b) => a.place - b.place || a.since - b.since || logins.compare(a.agent.login, b.agent.login))
    .map(({ agent }) => agent)
}

/** Rules by how often they spoke against a call, most often first. */
export function byCount(denied: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(denied).sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
}
