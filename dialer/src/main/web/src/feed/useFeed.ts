import { readonly, ref, shallowReadonly, shallowRef } from 'vue'
import { connectFeed, type LinkState } from './connection'
import { eachFrame } from './frames'
import type { FeedMessage } from './messages'
import { pageId } from './pageId'
import { type FeedState, NOTHING_HEARD, reduce } from './reducer'

/** Of these only the latest counts; they come several times a second. What is about one's own call is shown at once. */
const OF_THE_FLOOR: ReadonlySet<FeedMessage['type']> = new Set(['floor', 'agents', 'calls'])

/**
 * The live feed as reactive state.
 *
 * @param onClock told the floor's clock whenever a message carries it
 * @param onLost told at each failed try, so that an ended session can be noticed
 */
export function createFeed(onClock: (clock: string, simulated: boolean) => void, onLost: () => void) {
  const state = shallowRef<FeedState>(NOTHING_HEARD)
  const link = ref<LinkState>('idle')
  const retryAt = ref(0)
  const frames = eachFrame<FeedMessage>('floor', (messages) => {
    state.value = messages.reduce(reduce, state.value)
  })
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const page = pageId()
  let takesOver = false
  const address = () =>
    `${scheme}://${location.host}/api/live?page=${page}${takesOver ? '&take_over=true' : ''}`
  const connection = connectFeed(address, {
    message(message) {
      if (message.type === 'floor') {
        onClock(message.clock, message.simulated)
      }
      if (OF_THE_FLOOR.has(message.type)) {
        frames.later(message.type, message)
      } else {
        state.value = reduce(state.value, message)
      }
      if (message.type === 'page') {
        takesOver = false
      }
    },
    link(now, at = 0) {
      link.value = now
      retryAt.value = at
      if (now === 'open') {
        // What ended meanwhile is not told any more.
        const pop = state.value.agent === null ? null : state.value.pop
        state.value = { ...state.value, pop, preview: null, choosing: false }
      }
      if (now === 'lost') {
        onLost()
      }
    },
  })
  return {
    state: shallowReadonly(state),
    link: readonly(link),
    retryAt: readonly(retryAt),
    start: connection.start,
    retryNow: connection.retryNow,
    /** This page is the agent's from now on; the one before is told. */
    takeOver() {
      takesOver = true
      connection.reopen()
    },
    /** Also forgets what was heard: the next user must not see it. */
    stop() {
      connection.stop()
      frames.forget()
      state.value = NOTHING_HEARD
    },
  }
}

export type Feed = ReturnType<typeof createFeed>
