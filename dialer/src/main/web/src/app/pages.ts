import type { Role } from '../api/types'

export const PAGES = ['agent', 'floor', 'recordings', 'why', 'rules'] as const
export type PageName = (typeof PAGES)[number]

const BY_ROLE: Record<Role, readonly PageName[]> = {
  agent: ['agent'],
  supervisor: ['floor', 'recordings', 'why', 'rules'],
  administrator: ['floor', 'recordings', 'why', 'rules'],
  auditor: ['floor', 'recordings', 'why', 'rules'],
  qa: ['recordings', 'why', 'rules'],
  integration: [],
}

/** The pages a role may see, its first one being where sign-in leads. The server decides again on every request. */
export function pagesOf(role: Role): readonly PageName[] {
  return BY_ROLE[role]
}

/** Whether the server tells this role the live feed. */
export function hasFeed(role: Role): boolean {
  return pagesOf(role).some((page) => page === 'agent' || page === 'floor')
}
