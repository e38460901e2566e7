import type { Instant, Money } from '../api/types'

/** Formatters of one locale; instants appear in the browser's time zone. */
export function createFormatters(locale: string, timeZone?: string) {
  const zone = timeZone === undefined ? {} : { timeZone }
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const moment = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const exact = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const dayWithWeekday = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    ...zone,
  })
  // A due date is a calendar date without a zone: read and written in UTC it cannot slip by a day.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const count = new Intl.NumberFormat(locale)
  const dateWithWeekday = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const inZone = (how: Intl.DateTimeFormatOptions, at: Instant, timeZone: string | undefined) =>
    new Intl.DateTimeFormat(locale, {
      ...how,
      hourCycle: 'h23',
      ...(timeZone === undefined ? {} : { timeZone }),
    }).format(new Date(at))
  return {
    time: (at: Instant | number) => time.format(new Date(at)),
    moment: (at: Instant) => moment.format(new Date(at)),
    /** With its second. */
    exact: (at: Instant) => exact.format(new Date(at)),
    /** Hours and minutes in a zone; without one, in the browser's. */
    clockIn: (at: Instant, timeZone: string | undefined) =>
      inZone({ hour: '2-digit', minute: '2-digit' }, at, timeZone),
    dayAndClockIn: (at: Instant, timeZone: string | undefined) =>
      inZone(
        { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' },
        at,
        timeZone,
      ),
    /** A day of the calendar with its weekday. */
    dateWithWeekday: (date: string) => dateWithWeekday.format(new Date(`${date}T00:00:00Z`)),
    /** The wall clock of a zone; empty for one that the browser does not know. */
    inZone: (at: Instant, timeZone: string) => {
      try {
        return new Intl.DateTimeFormat(locale, {
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
          timeZone,
        }).format(new Date(at))
      } catch {
        return ''
      }
    },
    weekday: (at: number) => dayWithWeekday.format(at),
    day: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
    percent: (share: number) => percent.format(share),
    count: (n: number) => count.format(n),
    /** The decimal text is formatted as it is: a binary fraction would round large amounts. */
    money: (money: Money) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(
        money.text as Intl.StringNumericLiteral,
      ),
    language: (code: string) => {
      try {
        return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
      } catch {
        return code
      }
    },
  }
}

export type Formatters = ReturnType<typeof createFormatters>
