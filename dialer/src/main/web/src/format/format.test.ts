import { describe, expect, it } from 'vitest'
import { bucket, daysOverdue } from './bucket'
import { clockDuration } from './duration'
import { createFormatters } from './formatters'
import { formatLocale } from './locale'

const zh = createFormatters('zh-CN', 'Asia/Shanghai')
const en = createFormatters('en-GB', 'Europe/London')

describe('a duration', () => {
  it('grows hours only when there are any', () => {
    expect([0, 59_999, 60_000, 3_600_000].map(clockDuration)).toEqual(['0:00', '0:59', '1:00', '1:00:00'])
  })

  it('is never negative when the clocks disagree', () => {
    expect(clockDuration(-4000)).toBe('0:00')
  })
})

describe('a bucket', () => {
  it('takes the lender’s count of periods before the days', () => {
    expect(bucket(3, 10)).toBe('M3')
  })

  it('counts thirty days to a period', () => {
    expect([0, 1, 30, 31].map((days) => bucket(null, days))).toEqual(['M0', 'M1', 'M1', 'M2'])
  })

  it('is unknown when the case file says nothing', () => {
    expect(bucket(undefined, undefined)).toBeNull()
  })
})

describe('days overdue', () => {
  it('are counted on the calendar, whatever the hour', () => {
    expect(daysOverdue('2026-01-15', new Date(2026, 2, 2, 0, 5).getTime())).toBe(46)
    expect(daysOverdue('2026-01-15', new Date(2026, 2, 2, 23, 55).getTime())).toBe(46)
    expect(daysOverdue('2026-03-05', new Date(2026, 2, 2, 12).getTime())).toBe(-3)
  })
})

describe('the locale of dates and numbers', () => {
  it('is the browser’s regional one where that speaks the chosen language', () => {
    expect(formatLocale('en', ['zh-CN', 'en-GB'])).toBe('en-GB')
  })

  it('is the chosen language’s where the browser speaks another', () => {
    expect(formatLocale('zh-CN', ['de-DE'])).toBe('zh-CN')
  })
})

describe('formatting', () => {
  it('shows an instant in the browser’s zone', () => {
    expect(zh.time('2026-11-23T02:00:05.123456Z')).toBe('10:00:05')
    expect(en.time('2026-11-23T02:00:05Z')).toBe('02:00:05')
  })

  it('never moves a due date into the day before', () => {
    expect(createFormatters('en-US', 'America/Los_Angeles').day('2026-10-01')).toBe('Oct 1, 2026')
  })

  it('keeps every digit of an amount that a double could not hold', () => {
    const money = { minor: 0, currency: 'CNY', text: '90071992547409.93' }
    expect(zh.money(money)).toBe('¥90,071,992,547,409.93')
  })

  it('shows a language code that nobody knows as it is', () => {
    expect(zh.language('not a code')).toBe('not a code')
  })
})
