import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '../api/client'
import { createBrowserPhone } from './useBrowserPhone'

const parts = vi.hoisted(() => ({ openLine: vi.fn(), seize: vi.fn(() => Promise.resolve()) }))
vi.mock('./line', () => ({ openLine: parts.openLine }))
vi.mock('./meter', () => ({ meter: () => () => undefined }))
vi.mock('./choice', () => ({ notePhoneHere: vi.fn(), phoneWasHere: () => false }))
vi.mock('./heldLock', () => ({
  heldLock: () => ({ take: () => Promise.resolve(true), seize: parts.seize, letGo: vi.fn() }),
}))

/** The browser asks the person whether the page may listen; `allow` is their yes. */
function microphone() {
  const track = { stop: vi.fn(), enabled: true }
  const stream = { getTracks: () => [track], getAudioTracks: () => [track] }
  let allow: () => void = () => undefined
  const asked = new Promise((given) => {
    allow = () => {
      given(stream)
    }
  })
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => asked } })
  return { track, allow }
}

describe('a phone that is told to stop while it starts', () => {
  const post = vi.fn()
  beforeEach(() => {
    vi.stubGlobal(
      'Audio',
      class {
        autoplay = false
      },
    )
    post.mockReset()
    parts.openLine.mockReset()
    parts.seize.mockClear()
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('takes nothing from the tab that has it, once the microphone is allowed', async () => {
    const { track, allow } = microphone()
    const phone = createBrowserPhone({ post } as unknown as Api, () => 'zhou')
    const starting = phone.start(true)
    phone.stop()
    allow()
    await starting

    expect(post).not.toHaveBeenCalled()
    expect(parts.seize).not.toHaveBeenCalled()
    expect(track.stop).toHaveBeenCalled()
    expect(phone.state.value).toBe('off')
  })

  it('opens no line, once the server has given it a password', async () => {
    const { allow } = microphone()
    allow()
    let answer: (what: unknown) => void = () => undefined
    post.mockReturnValue(
      new Promise((said) => {
        answer = said
      }),
    )
    const phone = createBrowserPhone({ post } as unknown as Api, () => 'zhou')
    const starting = phone.start(true)
    await vi.waitFor(() => {
      expect(post).toHaveBeenCalled()
    })
    phone.stop()
    answer({ ok: true, value: { headset: 'browser', extension: '92001', secret: 's' } })
    await starting

    expect(parts.openLine).not.toHaveBeenCalled()
    expect(phone.state.value).toBe('off')
  })
})
