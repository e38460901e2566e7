/** Something that one tab of this browser has at a time. It goes with the tab, also with one that crashes. */
export interface HeldLock {
  /** False: another tab has it, and went on having it for as long as this. */
  take(patienceMs: number): Promise<boolean>
  /** Takes it from whichever tab has it. */
  seize(): Promise<void>
  letGo(): void
  /** Whether some tab has it, this one included. */
  isHeld(): Promise<boolean>
}

/**
 * By the Web Locks API, which is there wherever a microphone is; else every tab has everything.
 *
 * @param name asked for each time
 * @param onSeized told when another tab has taken it from this one
 */
export function heldLock(name: () => string, onSeized: () => void = () => undefined): HeldLock {
  /** Ends what is held, or asked for; one at a time. */
  let letGo: () => void = () => undefined

  function ask(options: LockOptions): Promise<boolean> {
    letGo()
    return new Promise((answer) => {
      let held = false
      let wanted = true
      const over = new Promise<void>((end) => {
        letGo = () => {
          wanted = false
          end()
        }
      })
      navigator.locks
        .request(name(), options, async () => {
          held = true
          answer(wanted)
          await over
        })
        .catch(() => {
          if (!held) {
            answer(false)
          } else if (wanted) {
            wanted = false
            onSeized()
          }
        })
    })
  }

  const isThere = 'locks' in navigator
  return {
    take: (patienceMs) =>
      isThere ? ask({ signal: AbortSignal.timeout(patienceMs) }) : Promise.resolve(true),
    async seize() {
      if (isThere) {
        await ask({ steal: true })
      }
    },
    letGo() {
      letGo()
    },
    async isHeld() {
      return isThere && (await navigator.locks.query()).held?.some((lock) => lock.name === name()) === true
    },
  }
}
