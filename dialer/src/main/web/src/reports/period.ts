export interface Period {
  /** Both days belong to it: YYYY-MM-DD. */
  from: string
  to: string
}

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

/** The calendar day of an instant in the browser's time zone. */
export function dayOf(instant: number): string {
  const at = new Date(instant)
  return new Date(instant - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export const PRESETS = { today: 0, week: 6, month: 29, quarter: 89 } as const
export type Preset = keyof typeof PRESETS

export function periodOf(preset: Preset, today: string): Period {
  return { from: daysBefore(today, PRESETS[preset]), to: today }
}
