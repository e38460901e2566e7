import type { Instant } from './types'

/** A key of floor.yaml with what the floor runs with. */
export interface ConfiguredValue {
  path: string
  kind: 'section' | 'value' | 'secret_set' | 'secret_not_set'
  value: string
  says: string
  overridden: boolean
}

export interface Configuration {
  items: ConfiguredValue[]
  texts: { name: string; text: string }[]
}

export interface MappedColumn {
  column: string
  text: string
}

/** How a lender writes its files. */
export interface LenderMapping {
  name: string
  kind: 'delta' | 'full'
  amount_unit: string
  charset: string | null
  date_example: string | null
  ref_prefix: string
  columns: MappedColumn[]
  defaults: MappedColumn[]
}

export interface Lender {
  /** Empty: cases whose file names none. */
  name: string
  open: number
  withdrawn: number
  mappings: LenderMapping[]
  strategy: string
  own_strategy: boolean
  creditor: boolean
  packs: string[]
  retention: string[]
  campaigns: string[]
}

export interface CalendarDay {
  date: string
  name: string
}

export interface CalendarYear {
  year: number
  published: boolean
  holidays: CalendarDay[]
  make_up_workdays: CalendarDay[]
}

export interface Calendar {
  id: string
  source: string
  license: string
  packs: string[]
  published_until: Instant | null
  months_ahead: number
  warnings: { says: string; says_zh: string }[]
  years: CalendarYear[]
}

/** Which packs apply where. */
export interface RuleAssignment {
  by: 'always' | 'region' | 'postal_code' | 'lender' | 'agency' | 'creditor'
  key: string | null
  packs: string[]
}

export interface RuleAssignments {
  items: RuleAssignment[]
  first_party_lenders: string[]
}
