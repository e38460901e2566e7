import type { Ref } from 'vue'
import { type KeyMap, useKeys } from '../app/keys'
import type { Note } from '../api/quality'
import { type Player, SPEEDS } from './usePlayer'

/** What the space bar does by itself where it is focused. */
const PRESSED_BY_SPACE = 'button, a, summary, [role="radio"], [role="tab"]'
const MOST_ZOOM = 16

export interface Handles {
  zoom: Ref<number>
  help: Ref<boolean>
  notes: () => readonly Note[]
  note: () => void
}

/** The keys of the review page; KeyHelp tells them. */
export function useReviewKeys(player: Player, { zoom, help, notes, note }: Handles): void {
  function jump(forward: boolean): void {
    const moments = notes().map((one) => one.at_ms)
    // A moment just passed is where one is: going back leads to the one before it.
    const to = forward
      ? moments.find((at) => at > player.now.value + 50)
      : moments.findLast((at) => at < player.now.value - 1000)
    if (to !== undefined) {
      player.seek(to)
    }
  }

  const speeds = Object.fromEntries(
    SPEEDS.map((speed, index): [string, () => void] => [
      `Digit${index + 1}`,
      () => {
        player.setSpeed(speed)
      },
    ]),
  )
  const move = (ms: number) => () => {
    player.by(ms)
  }
  const keys: KeyMap = {
    ...speeds,
    KeyK: player.toggle,
    ArrowLeft: move(-5000),
    ArrowRight: move(5000),
    'Shift+ArrowLeft': move(-1000),
    'Shift+ArrowRight': move(1000),
    KeyJ: move(-10_000),
    KeyL: move(10_000),
    KeyN: note,
    BracketLeft: () => {
      jump(false)
    },
    BracketRight: () => {
      jump(true)
    },
    Minus: () => {
      zoom.value = Math.max(1, zoom.value / 2)
    },
    Equal: () => {
      zoom.value = Math.min(MOST_ZOOM, zoom.value * 2)
    },
    'Shift+Slash': () => {
      help.value = !help.value
    },
  }
  useKeys(() =>
    document.activeElement?.matches(PRESSED_BY_SPACE) ? keys : { ...keys, Space: player.toggle },
  )
}
