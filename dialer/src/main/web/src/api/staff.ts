import type { Instant, Role, User } from './types'

export const ROLES = ['agent', 'supervisor', 'qa', 'administrator', 'auditor', 'integration'] as const

export interface ListeningLimits {
  lenders?: string[]
  teams?: string[]
}

export interface PlacedUser extends User {
  id: number
  team: string | null
  listening: ListeningLimits
  disabled_at: Instant | null
}

export interface Team {
  id: number
  name: string
  members: number
}

export interface Token {
  name: string
  login: string
  read_only: boolean
  created_at: Instant
  expires_at: Instant | null
}

export interface MadeToken extends Token {
  token: string
}

export interface AuditEntry {
  id: number
  at: Instant
  /** Null: a sign-in of nobody who is known. */
  user: number | null
  login: string | null
  operation: string
  path: string
  address: string
  /** Null: under way, or the dialer died meanwhile. */
  status: number | null
}

export interface SystemPart {
  name: string
  state: 'well' | 'warning' | 'down'
  figures: Record<string, number | boolean | string>
}

/** How the floor's parts are. */
export interface SystemHealth {
  state: SystemPart['state']
  at: string
  started_at: string
  version: string
  java: string
  parts: SystemPart[]
}

/** Where somebody is signed in. */
export interface OpenSession {
  id: string
  opened_at: string | null
  used_at: string | null
  expires_at: string
  address: string
  browser: string
  current: boolean
}

export type UserAction = 'change' | 'where' | 'team' | 'limits' | 'password' | 'sessions' | 'out' | 'in'

/** Whose listening may be limited: administrators and auditors hear all, agents at most their own. */
export function mayBeLimited(role: Role): boolean {
  return role === 'supervisor' || role === 'qa' || role === 'integration'
}
