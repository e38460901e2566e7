/** While nobody looks at the page there are no frames. */
const HIDDEN_MS = 500
/** What comes with others waits for the last of them, but not for long. */
const TOGETHER_MS = 60

/**
 * Hands over the latest of each kind, once in a frame of the screen: what is drawn is never drawn twice.
 *
 * @param last the kind that the server sends after the others that changed with it
 */
export function eachFrame<T>(last: string, tell: (items: readonly T[]) => void) {
  const waiting = new Map<string, T>()
  let scheduled = false
  let together: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    scheduled = false
    const items = [...waiting.values()]
    waiting.clear()
    if (items.length > 0) {
      tell(items)
    }
  }

  function schedule(): void {
    clearTimeout(together)
    together = undefined
    if (scheduled) {
      return
    }
    scheduled = true
    if (document.hidden) {
      setTimeout(flush, HIDDEN_MS)
    } else {
      requestAnimationFrame(flush)
    }
  }

  return {
    later(kind: string, item: T): void {
      waiting.delete(kind)
      waiting.set(kind, item)
      if (kind === last) {
        schedule()
      } else {
        together ??= setTimeout(schedule, TOGETHER_MS)
      }
    },

    forget(): void {
      waiting.clear()
    },
  }
}
