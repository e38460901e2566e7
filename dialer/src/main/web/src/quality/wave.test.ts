import { describe, expect, it } from 'vitest'
import { columns, momentAt, pausesIn, peaksOf, placeOf, tickSeconds, windowAt } from './wave'

describe('the peaks of a lane', () => {
  it('are the bytes of the base64', () => {
    expect([...peaksOf('AID/')]).toEqual([0, 128, 255])
  })

  it('are drawn by the highest within each column, and 0 after the end', () => {
    const peaks = Uint8Array.from([0, 51, 255, 0])
    expect(columns(peaks, 2, { from: 0, to: 4000 }, 4)).toEqual([0.2, 1, 0, 0])
  })

  it('are repeated where there are more columns than peaks', () => {
    expect(columns(Uint8Array.from([255, 0]), 1, { from: 0, to: 2000 }, 4)).toEqual([1, 1, 0, 0])
  })
})

describe('the window', () => {
  const all = { from: 0, to: 60_000 }

  it('is the whole call without zoom', () => {
    expect(windowAt(60_000, 1, 30_000, all)).toEqual(all)
  })

  it('keeps the moment in sight and never leaves the call', () => {
    expect(windowAt(60_000, 4, 30_000, all)).toEqual({ from: 22_500, to: 37_500 })
    expect(windowAt(60_000, 4, 59_000, all)).toEqual({ from: 45_000, to: 60_000 })
    expect(windowAt(60_000, 4, 0, all)).toEqual({ from: 0, to: 15_000 })
  })

  it('stays where it is while the moment is well inside', () => {
    expect(windowAt(60_000, 4, 25_000, { from: 20_000, to: 35_000 })).toEqual({ from: 20_000, to: 35_000 })
  })

  it('tells places and moments of each other', () => {
    const window = { from: 10_000, to: 20_000 }
    expect(placeOf(12_500, window)).toBe(0.25)
    expect(momentAt(0.25, window)).toBe(12_500)
    expect(momentAt(1.4, window)).toBe(20_000)
  })
})

describe('a pause for card data', () => {
  it('is told from the beginning of the recording and ends with it', () => {
    const gap = (from: string, to: string | null) => ({ from, to, agent_name: '李静', ended: null })
    const answered = '2026-11-27T02:00:00Z'
    expect(pausesIn([gap('2026-11-27T02:00:05Z', '2026-11-27T02:00:09Z')], answered, 60_000)).toEqual([
      { from: 5000, to: 9000 },
    ])
    expect(pausesIn([gap('2026-11-27T02:00:50Z', null)], answered, 60_000)).toEqual([
      { from: 50_000, to: 60_000 },
    ])
  })
})

describe('the time axis', () => {
  it('has few enough marks to be read', () => {
    expect(tickSeconds({ from: 0, to: 60_000 }, 8)).toBe(10)
    expect(tickSeconds({ from: 0, to: 3_600_000 }, 8)).toBe(600)
  })
})
