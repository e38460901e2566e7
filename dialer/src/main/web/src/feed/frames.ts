/** While nobody looks at the page there are no frames. */
const HIDDEN_MS = 500

/**
 * Hands over the latest of each kind, once in a frame of the screen: what is drawn is never drawn
 * twice.
 */
export function eachFrame<T>(tell: (items: readonly T[]) => void) {
  const waiting = new Map<string, T>()
  let scheduled = false

  function flush(): void {
    scheduled = false
    const items = [...waiting.values()]
    waiting.clear()
    if (items.length > 0) {
      tell(items)
    }
  }

  return {
    later(kind: string, item: T): void {
      waiting.delete(kind)
      waiting.set(kind, item)
      if (!scheduled) {
        scheduled = true
        if (document.hidden) {
          setTimeout(flush, HIDDEN_MS)
        } else {
          requestAnimationFrame(flush)
        }
      }
    },

    forget(): void {
      waiting.clear()
    },
  }
}
