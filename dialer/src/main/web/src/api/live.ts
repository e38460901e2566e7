import type { Campaign } from './reports'
import type { Trunk } from './settings'
import type { Instant } from './types'

export type SettingCode =
  'mode' | 'lines' | 'ringing' | 'abandon_target' | 'order' | 'channels' | 'calls_per_second' | 'open'

/** What is not as the files say; values are text, empty where there is no limit. */
export interface Deviation {
  setting: SettingCode
  in_files: string
  now: string
  change: number
  at: Instant
  by: string
  why: string | null
}

export interface Change {
  id: number
  at: Instant
  by: string
  of: 'floor' | 'campaign' | 'trunk'
  subject: string
  setting: SettingCode
  from: string
  to: string
  as_in_files: boolean
  why: string | null
  undoes: number | null
  undone_by: number | null
  undoable: boolean
}

export interface SetCampaign extends Campaign {
  lines: number | null
  ringing: number | null
  /** Null: the floor's own, abandon_cap. */
  abandon_target: number | null
  abandon_cap: number
  highest_abandon_target: number
  changed: Deviation[]
}

export interface SetTrunk extends Trunk {
  changed: Deviation[]
}

/** One setting as somebody wishes it; null: as the files say, or no limit. */
export interface Wish {
  setting: string
  value: string | number | boolean | null
}

/** A sentence in both languages. */
export interface Words {
  en: string
  zh: string
}

export interface Cause {
  cause: string
  stops: boolean
  words: Words
  numbers: Record<string, number>
  until: Instant | null
  rule: string | null
}

/** Why a campaign's calls are as many as they are, or none. */
export interface Dialing {
  campaign: string
  name: string
  mode: string
  stopped: boolean
  words: Words
  causes: Cause[]
  calls: number
  ringing: number
  wanted: number
  room: number
  cases: { open: number; due: number; next_at: Instant | null } | null
  counted_at: Instant | null
}
