import { computed, onScopeDispose, ref } from 'vue'

/**
 * The floor's clock, kept as its distance from the browser's: a demo floor runs at another time, and a browser's own
 * clock may be wrong. `now` moves once a second.
 */
export function createFloorClock() {
  const offset = ref(0)
  const simulated = ref(false)
  const known = ref(false)
  const ticked = ref(Date.now())
  const timer = setInterval(() => {
    const second = Math.floor((Date.now() + offset.value) / 1000)
    if (second !== Math.floor((ticked.value + offset.value) / 1000)) {
      ticked.value = Date.now()
    }
  }, 100)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return {
    simulated: computed(() => simulated.value),
    known: computed(() => known.value),
    now: computed(() => ticked.value + offset.value),
    /** The browser's own time, for what the browser itself waits for. */
    browserNow: computed(() => ticked.value),
    sync(clock: string, isSimulated: boolean): void {
      const heard = Date.parse(clock) - Date.now()
      // Network jitter must not make the timers stutter.
      if (!known.value || Math.abs(heard - offset.value) > 500) {
        offset.value = heard
        ticked.value = Date.now()
      }
      simulated.value = isSimulated
      known.value = true
    },
  }
}

export type FloorClock = ReturnType<typeof createFloorClock>
