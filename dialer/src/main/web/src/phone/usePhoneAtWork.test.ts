import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { NOTHING_HEARD } from '../feed/reducer'
import { notePhoneHere, rememberHeadset } from './choice'
import { usePhoneAtWork } from './usePhoneAtWork'
import { usePhoneStart } from './usePhoneStart'

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

/** What a page does about the phone as it is opened. */
async function opens(role: 'agent' | 'supervisor', talks: boolean) {
  const phone = { state: ref('off'), start: vi.fn(() => Promise.resolve(null)), leaveAlone: vi.fn() }
  parts.value = {
    feed: { state: ref({ ...NOTHING_HEARD, pop: talks ? ({} as never) : null }) },
    phone,
    session: { user: ref({ login: 'zhou', role }) },
  }
  await usePhoneStart()()
  return phone
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  rememberHeadset('zhou', 'browser')
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the phone of a page that is opened', () => {
  it('is an agent’s where the server says they are at work, whichever tab had it', async () => {
    expect((await opens('agent', true)).start).toHaveBeenCalledWith(true)
  })

  it('is a supervisor’s unless another tab has it', async () => {
    expect((await opens('supervisor', false)).start).toHaveBeenCalledWith(false)
  })

  it('is left where a supervisor talks on it, unless that was this very page', async () => {
    const other = await opens('supervisor', true)
    expect(other.start).not.toHaveBeenCalled()
    expect(other.leaveAlone).toHaveBeenCalled()
    notePhoneHere(true)
    expect((await opens('supervisor', true)).start).toHaveBeenCalledWith(false)
  })

  it('is nobody’s who has a desk phone', async () => {
    rememberHeadset('zhou', 'phone')
    expect((await opens('agent', true)).start).not.toHaveBeenCalled()
  })
})

describe('the phone of a supervisor in mid-talk', () => {
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
