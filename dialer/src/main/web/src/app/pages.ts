import type { Role } from '../api/types'

export const PAGES = [
  'agent',
  'my-reviews',
  'floor',
  'cases',
  'tasks',
  'payments',
  'imports',
  'recordings',
  'reviews',
  'why',
  'rules',
  'reports',
  'strategies',
  'lenders',
  'calendars',
  'scripts',
  'templates',
  'campaigns',
  'trunks',
  'do-not-call',
  'webhooks',
  'people',
  'tokens',
  'audit',
  'health',
  'configuration',
] as const
export type PageName = (typeof PAGES)[number]

/** The side bar's groups, in its order. */
export const GROUPS = {
  floor: ['agent', 'my-reviews', 'floor'],
  cases: ['cases', 'tasks', 'payments', 'imports'],
  quality: ['recordings', 'reviews', 'why', 'rules'],
  reports: ['reports'],
  settings: [
    'strategies',
    'lenders',
    'calendars',
    'scripts',
    'templates',
    'campaigns',
    'trunks',
    'do-not-call',
    'webhooks',
  ],
  people: ['people', 'tokens', 'audit', 'health', 'configuration'],
} as const satisfies Record<string, readonly PageName[]>
export type GroupName = keyof typeof GROUPS

const QUALITY = [...GROUPS.quality, ...GROUPS.cases] as const
const BOOKS = GROUPS.settings.filter((page) => page !== 'webhooks')

const BY_ROLE: Record<Role, readonly PageName[]> = {
  agent: ['agent', 'my-reviews'],
  supervisor: ['floor', ...QUALITY, 'reports', ...BOOKS],
  administrator: ['floor', ...QUALITY, 'reports', ...GROUPS.settings, ...GROUPS.people],
  auditor: ['floor', ...QUALITY, 'reports', ...BOOKS, ...GROUPS.people],
  qa: [...QUALITY, ...BOOKS],
  integration: [],
}

/** The pages a role may see, its first one being where sign-in leads. The server decides again on every request. */
export function pagesOf(role: Role): readonly PageName[] {
  return BY_ROLE[role]
}

/** Whether this path is of the page, or of what it leads to. */
export function isAt(path: string, page: PageName): boolean {
  return path === `/${page}` || path.startsWith(`/${page}/`)
}

/** Whether the server tells this role the live feed. */
export function hasFeed(role: Role): boolean {
  return pagesOf(role).some((page) => page === 'agent' || page === 'floor')
}

/** The role's pages by group, without the groups that it has no page of. */
export function groupsOf(role: Role): readonly { name: GroupName; pages: readonly PageName[] }[] {
  const pages = pagesOf(role)
  return (Object.entries(GROUPS) as [GroupName, readonly PageName[]][])
    .map(([name, all]) => ({ name, pages: all.filter((page) => pages.includes(page)) }))
    .filter((group) => group.pages.length > 0)
}
