import type { Instant, RecordingGap } from '../api/types'

/** The part of a recording that is shown, in milliseconds of it. */
export interface Window {
  from: number
  to: number
}

export function peaksOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

/** The highest peak within each of the columns that the window is drawn in, 0 to 1. */
export function columns(peaks: Uint8Array, perSecond: number, window: Window, count: number): number[] {
  const first = (window.from / 1000) * perSecond
  const each = ((window.to - window.from) / 1000 / count) * perSecond
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor(first + index * each)
    const to = Math.max(from + 1, Math.ceil(first + (index + 1) * each))
    let highest = 0
    for (let at = from; at < to && at < peaks.length; at++) {
      highest = Math.max(highest, peaks[at] ?? 0)
    }
    return highest / 255
  })
}

/** What is shown at this zoom (1: all) so that the moment stays in sight; the window moves as little as it can. */
export function windowAt(length: number, zoom: number, moment: number, before: Window): Window {
  const width = length / zoom
  const room = width * 0.1
  let from = before.from
  if (moment < from + room || moment > from + width - room) {
    from = moment - width / 2
  }
  from = Math.min(Math.max(0, from), length - width)
  return { from, to: from + width }
}

/** Where within the window a moment is, 0 to 1 as long as it is in sight. */
export function placeOf(moment: number, window: Window): number {
  return (moment - window.from) / (window.to - window.from)
}

export function momentAt(place: number, window: Window): number {
  return window.from + Math.min(1, Math.max(0, place)) * (window.to - window.from)
}

/** What was kept out of a recording, from its beginning; a pause that lasts reaches to its end. */
export function pausesIn(gaps: readonly RecordingGap[], answeredAt: Instant, length: number): Window[] {
  const begin = Date.parse(answeredAt)
  const clip = (ms: number) => Math.min(length, Math.max(0, ms))
  return gaps.map((gap) => ({
    from: clip(Date.parse(gap.from) - begin),
    to: gap.to === null ? length : clip(Date.parse(gap.to) - begin),
  }))
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900]

/** Seconds between the marks of the time axis, so that at most so many of them stand beside each other. */
export function tickSeconds(window: Window, most: number): number {
  const span = (window.to - window.from) / 1000
  return STEPS.find((step) => span / step <= most) ?? 1800
}
