import type { Money } from '../api/types'

/** How often an instalment is due. */
export const RHYTHMS = ['month', 'two_weeks', 'week'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** As many decimals as the server writes of this currency. */
function decimals(like: Money): number {
  return like.text.split('.')[1]?.length ?? 0
}

/** So many minor units as money. */
export function money(minor: number, like: Money): Money {
  const digits = decimals(like)
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  const text = digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`
  return { minor, currency: like.currency, text: minor < 0 ? `-${text}` : text }
}

/** What somebody typed as minor units; null where it is no amount of this currency. */
export function minorOf(text: string, like: Money): number | null {
  const digits = decimals(like)
  const found = /^(\d{1,13})(?:\.(\d+))?$/.exec(text.trim())
  const fraction = found?.[2] ?? ''
  return found && fraction.length <= digits
    ? Number(`${found[1] ?? ''}${fraction.padEnd(digits, '0')}`)
    : null
}

/** So many amounts that add up exactly; what does not divide is paid with the last one. */
export function split(minor: number, parts: number): number[] {
  const each = Math.floor(minor / parts)
  return Array.from({ length: parts }, (_, place) =>
    place === parts - 1 ? minor - each * (parts - 1) : each,
  )
}

/** The days on which they are due; the last day of a month stands in for one that the month does not have. */
export function days(first: string, parts: number, rhythm: Rhythm): string[] {
  return Array.from({ length: parts }, (_, place) => later(first, place, rhythm))
}

function later(first: string, times: number, rhythm: Rhythm): string {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number)
  if (rhythm !== 'month') {
    return iso(new Date(Date.UTC(year, month - 1, day + times * (rhythm === 'week' ? 7 : 14))))
  }
  const lastDay = new Date(Date.UTC(year, month + times, 0)).getUTCDate()
  return iso(new Date(Date.UTC(year, month - 1 + times, Math.min(day, lastDay))))
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Whole days from one day of the calendar to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
