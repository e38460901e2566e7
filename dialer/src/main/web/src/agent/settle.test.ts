import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '../api/client'
import type { Result } from '../api/problem'
import { settle } from './settle'
import { unsaved } from './unsaved'

const SAVED: Result<unknown> = { ok: true, value: undefined }
const failed = (status: number): Result<unknown> => ({ ok: false, problem: { status, title: '' } })

/** A server that says this to what it is given, or nothing at all. */
function server(answer: Result<unknown> | null) {
  const put = vi.fn(() => (answer === null ? new Promise(() => undefined) : Promise.resolve(answer)))
  return { put, api: { put } as unknown as Api }
}

describe('words that are not confirmed as somebody signs out', () => {
  beforeEach(() => {
    const kept = new Map<string, string>()
    vi.useFakeTimers()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('are given to the server first', async () => {
    const { api, put } = server(SAVED)
    unsaved.keep('1', '7', { note: 'pays on Friday' })
    expect(await settle(api, '1')).toBe(true)
    expect(put).toHaveBeenCalledWith('/calls/7/wrap-up', { note: 'pays on Friday' })
    expect(unsaved.text()).toBeNull()
  })

  it('keep nobody who has none, or who is not their writer', async () => {
    const { api, put } = server(null)
    expect(await settle(api, '1')).toBe(true)
    unsaved.keep('2', '7', { note: 'another’s' })
    expect(await settle(api, '1')).toBe(true)
    expect(put).not.toHaveBeenCalled()
  })

  it('are kept, and said to be unsaved, where the server does not take them', async () => {
    unsaved.keep('1', '7', { note: 'pays on Friday' })
    expect(await settle(server(failed(0)).api, '1')).toBe(false)
    expect(await settle(server(failed(503)).api, '1')).toBe(false)
    expect(unsaved.text()).toContain('Friday')
  })

  it('are unsaved where they were typed while the server was asked', async () => {
    unsaved.keep('1', '7', { note: 'pays on Friday' })
    const settled = settle(server(SAVED).api, '1')
    unsaved.keep('1', '7', { note: 'pays on Friday, in cash' })
    expect(await settled).toBe(false)
    expect(unsaved.text()).toContain('in cash')
  })

  it('are waited for, but not for long', async () => {
    unsaved.keep('1', '7', { note: 'pays on Friday' })
    const settled = settle(server(null).api, '1')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await settled).toBe(false)
    expect(unsaved.text()).toContain('Friday')
  })

  it('are dropped where the call wants none any more, and wait for the next sign-in where the session is over', async () => {
    unsaved.keep('1', '7', { note: 'pays on Friday' })
    expect(await settle(server(failed(401)).api, '1')).toBe(true)
    expect(unsaved.text()).toContain('Friday')
    expect(await settle(server(failed(409)).api, '1')).toBe(true)
    expect(unsaved.text()).toBeNull()
  })
})
