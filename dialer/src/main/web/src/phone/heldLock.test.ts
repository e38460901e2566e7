import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { heldLock } from './heldLock'

interface Waiting {
  grant: () => void
}

/** One browser's locks, as far as one tab or another asks for them here. */
function browser() {
  const holders = new Map<string, (why: Error) => void>()
  const waiting: Waiting[] = []

  function request(name: string, options: LockOptions, hold: () => Promise<void>): Promise<void> {
    return new Promise((done, fail) => {
      function grant(): void {
        holders.set(name, fail)
        void hold().then(() => {
          if (holders.get(name) === fail) {
            holders.delete(name)
            waiting.shift()?.grant()
          }
          done()
        })
      }
      if (options.steal === true) {
        holders.get(name)?.(new DOMException('stolen', 'AbortError'))
        grant()
      } else if (!holders.has(name)) {
        grant()
      } else {
        const one = { grant }
        waiting.push(one)
        options.signal?.addEventListener('abort', () => {
          waiting.splice(waiting.indexOf(one), 1)
          fail(new DOMException('late', 'TimeoutError'))
        })
      }
    })
  }

  return {
    request,
    query: () => Promise.resolve({ held: [...holders.keys()].map((name) => ({ name })) }),
  }
}

describe('what one tab has at a time', () => {
  const name = () => 'phone'
  beforeEach(() => {
    vi.stubGlobal('navigator', { locks: browser() })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is not had by a second one, which waits a little and no longer', async () => {
    const first = heldLock(name)
    const second = heldLock(name)
    expect(await first.take(5)).toBe(true)
    expect(await second.take(5)).toBe(false)
    expect(await second.isHeld()).toBe(true)
  })

  it('is had by the next once the first has let it go, also while that one waits', async () => {
    const first = heldLock(name)
    await first.take(5)
    const next = heldLock(name).take(5_000)
    first.letGo()
    expect(await next).toBe(true)
  })

  it('is taken from the first, which is told so, once', async () => {
    const told = vi.fn()
    const first = heldLock(name, told)
    const second = heldLock(name)
    await first.take(5)
    await second.seize()
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalledOnce()
    })
    expect(await first.take(5)).toBe(false)
    second.letGo()
    expect(await first.take(5_000)).toBe(true)
    expect(told).toHaveBeenCalledOnce()
  })

  it('may be seized by who has it', async () => {
    const told = vi.fn()
    const only = heldLock(name, told)
    await only.take(5)
    await only.seize()
    expect(told).not.toHaveBeenCalled()
    only.letGo()
    await vi.waitFor(async () => {
      expect(await only.isHeld()).toBe(false)
    })
  })

  it('is each tab’s own where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {})
    expect(await heldLock(name).take(5)).toBe(true)
    expect(await heldLock(name).take(5)).toBe(true)
    expect(await heldLock(name).isHeld()).toBe(false)
  })
})
