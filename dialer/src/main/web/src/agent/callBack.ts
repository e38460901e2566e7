import type { Slot, SlotRule } from '../api/desk'

/** A day of the debtor's calendar: what of it is open, and what closes the rest. */
export interface SlotDay {
  /** Of the debtor's calendar, such as 2026-11-29. */
  day: string
  open: readonly Slot[]
  closed: SlotRule | null
}

/** By days of this zone; without one, of the browser's. */
export function daysOf(slots: readonly Slot[], zone: string | undefined): SlotDay[] {
  const named = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const day = named.format(new Date(slot.at))
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days].map(([day, all]) => ({
    day,
    open: all.filter((slot) => slot.open),
    // At noon a day is closed for what it is, not for the hour.
    closed:
      all.filter((slot) => !slot.open)[Math.floor(all.length / 2)]?.rules[0] ?? all[0]?.rules[0] ?? null,
  }))
}

/** The call-back as the API takes it; without a time the case is due again as after any conversation. */
export function calledBack(at: string, sameAgent: boolean): Record<string, unknown> {
  return {
    ...(at === '' ? {} : { at: new Date(at).toISOString() }),
    ...(sameAgent ? {} : { same_agent: false }),
  }
}
