import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { Result } from '../api/problem'
import type { AgentView, Id } from '../api/types'
import { unsaved } from './unsaved'
import { useWrapUpDraft } from './useWrapUpDraft'

type Answer = (result: Result<unknown>) => void

const server = vi.hoisted(() => ({
  user: '1',
  sent: [] as { path: string; note: unknown }[],
  answers: [] as Answer[],
}))
vi.mock('../app/console', () => ({
  useConsole: () => ({
    session: { user: { value: { id: server.user } } },
    api: {
      get: () => Promise.resolve({ ok: false, problem: { status: 404, title: '' } }),
      put: (path: string, body: { note?: string }) => {
        server.sent.push({ path, note: body.note })
        return new Promise((resolve: Answer) => server.answers.push(resolve))
      },
    },
  }),
}))

const SAVED: Result<unknown> = { ok: true, value: undefined }
const AWAY: Result<unknown> = { ok: false, problem: { status: 0, title: 'unreachable' } }

function page(call = '7') {
  const attempt = ref<Id | undefined>(call)
  const scope = effectScope()
  const { draft } = scope.run(() => useWrapUpDraft(attempt, ref<AgentView | null>(null))) as ReturnType<
    typeof useWrapUpDraft
  >
  return {
    attempt,
    draft,
    async type(note: string) {
      await nextTick()
      draft.value.note = note
      await nextTick()
    },
    leave() {
      scope.stop()
    },
  }
}

async function answer(result: Result<unknown>): Promise<void> {
  server.answers.shift()?.(result)
  await vi.advanceTimersByTimeAsync(0)
}

describe('a wrap-up that is typed', () => {
  beforeEach(() => {
    const kept = new Map<string, string>()
    vi.useFakeTimers()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    Object.assign(server, { user: '1', sent: [], answers: [] })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is not sent again by a page that is gone', async () => {
    const first = page()
    await first.type('first')
    first.leave()
    const second = page()
    await second.type('second')

    await answer(AWAY)
    await vi.advanceTimersByTimeAsync(60_000)

    expect(second.draft.value.note).toBe('second')
    expect(server.sent.map(({ note }) => note)).toEqual(['first', 'second'])
  })

  it('is no longer kept here once the page that is gone has saved it, unless a newer one is', async () => {
    const alone = page()
    await alone.type('first')
    alone.leave()
    await answer(SAVED)
    expect(unsaved.text()).toBeNull()

    const before = page()
    await before.type('second')
    before.leave()
    const after = page()
    await after.type('third')
    await answer(SAVED)
    expect(unsaved.text()).toContain('third')
  })

  it('is saved though the save of the call before took longer', async () => {
    const desk = page('7')
    await desk.type('of the first')
    await vi.advanceTimersByTimeAsync(1_000)
    desk.attempt.value = '8'
    await desk.type('of the second')
    await vi.advanceTimersByTimeAsync(1_000)

    await answer(SAVED)
    await vi.advanceTimersByTimeAsync(1_000)

    expect(server.sent.at(-1)).toEqual({ path: '/calls/8/wrap-up', note: 'of the second' })
  })

  it('comes back to who typed it, and to nobody else', async () => {
    const mine = page()
    await mine.type('mine')
    mine.leave()
    expect(page().draft.value.note).toBe('mine')

    server.user = '2'

    expect(page().draft.value.note).toBe('')
    expect(unsaved.text()).toBeNull()
  })
})
