import type { Mark, Waveform } from '../api/quality'
import { columns, peaksOf, placeOf, type Window } from './wave'

/** What the canvas is painted with, read from the page's own colours. */
export interface Colours {
  agent: string
  debtor: string
  overlap: string
  silence: string
  pause: string
  line: string
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    agent: of('--ready'),
    debtor: of('--on-call'),
    overlap: of('--wrap-up'),
    silence: of('--muted'),
    pause: of('--break'),
    line: of('--line'),
  }
}

export interface Lanes {
  wave: Waveform
  pauses: readonly Window[]
}

const BAR = 3

/** Paints the agent's lane above the debtor's; `width` and `height` are in the canvas's own units. */
export function paint(
  pen: CanvasRenderingContext2D,
  { wave, pauses }: Lanes,
  window: Window,
  colours: Colours,
  width: number,
  height: number,
): void {
  const half = height / 2
  const band = (part: Window, top: number, tall: number, colour: string, strength: number) => {
    const from = placeOf(part.from, window) * width
    const to = placeOf(part.to, window) * width
    if (to < 0 || from > width) {
      return
    }
    pen.globalAlpha = strength
    pen.fillStyle = colour
    pen.fillRect(from, top, Math.max(1, to - from), tall)
    pen.globalAlpha = 1
  }
  const marked = (kind: Mark['kind']) =>
    wave.marks.filter((mark) => mark.kind === kind).map((mark) => ({ from: mark.from_ms, to: mark.to_ms }))

  pen.clearRect(0, 0, width, height)
  marked('silence').forEach((part) => {
    band(part, 0, height, colours.silence, 0.16)
  })
  marked('agent').forEach((part) => {
    band(part, 0, half, colours.agent, 0.12)
  })
  marked('debtor').forEach((part) => {
    band(part, half, half, colours.debtor, 0.12)
  })
  marked('overlap').forEach((part) => {
    band(part, 0, height, colours.overlap, 0.3)
  })
  lane(pen, peaksOf(wave.agent_peaks), wave, window, colours.agent, width, half / 2, half)
  lane(pen, peaksOf(wave.debtor_peaks), wave, window, colours.debtor, width, half + half / 2, half)
  pauses.forEach((part) => {
    band(part, 0, height, colours.pause, 0.4)
  })
  pen.fillStyle = colours.line
  pen.fillRect(0, half - 0.5, width, 1)
}

function lane(
  pen: CanvasRenderingContext2D,
  peaks: Uint8Array,
  wave: Waveform,
  window: Window,
  colour: string,
  width: number,
  middle: number,
  tall: number,
): void {
  pen.fillStyle = colour
  columns(peaks, wave.peaks_per_second, window, Math.floor(width / BAR)).forEach((peak, index) => {
    // Telephone speech is quiet: the root lifts it so that a whisper is seen beside a shout.
    const high = Math.max(1, Math.sqrt(peak) * (tall - 6))
    pen.fillRect(index * BAR, middle - high / 2, BAR - 1, high)
  })
}
