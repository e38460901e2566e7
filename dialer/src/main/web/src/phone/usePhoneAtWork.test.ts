import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { NOTHING_HEARD } from '../feed/reducer'
import { notePhoneHere, rememberHeadset } from './choice'
import { usePhoneAtWork } from './usePhoneAtWork'

const parts = vi.hoisted(() => ({ value: {} }))
vi.mock('../app/console', () => ({ useConsole: () => parts.value }))
vi.mock('../app/useTexts', () => ({ useTexts: () => ({ complain: vi.fn() }) }))

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  }
}

/** How often a page starts the phone as a debtor comes to a supervisor who has their headset in this browser. */
async function startsOfTheNextPage(): Promise<number> {
  const start = vi.fn(() => Promise.resolve(null))
  const state = ref({ ...NOTHING_HEARD })
  parts.value = {
    feed: { state },
    phone: { state: ref('off'), start },
    session: { user: ref({ login: 'zhou', role: 'supervisor' }) },
  }
  const scope = effectScope()
  scope.run(usePhoneAtWork)
  state.value = { ...NOTHING_HEARD, pop: {} as never }
  await nextTick()
  scope.stop()
  return start.mock.calls.length
}

describe('the phone of a supervisor in mid-talk', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', storage())
    vi.stubGlobal('sessionStorage', storage())
    rememberHeadset('zhou', 'browser')
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is taken back by the page that had it, after a reload', async () => {
    notePhoneHere(true)
    expect(await startsOfTheNextPage()).toBe(1)
  })

  it('is left alone by every other page', async () => {
    expect(await startsOfTheNextPage()).toBe(0)
    notePhoneHere(true)
    notePhoneHere(false)
    expect(await startsOfTheNextPage()).toBe(0)
  })
})
