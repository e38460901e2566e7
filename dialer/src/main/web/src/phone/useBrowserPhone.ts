import type { UA } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'
import { computed, ref } from 'vue'
import type { Api } from '../api/client'
import type { Problem } from '../api/problem'
import { notePhoneHere, phoneWasHere } from './choice'
import { heldLock } from './heldLock'
import { openLine } from './line'
import { meter } from './meter'

/** A page that is loaded anew finds its phone held by itself for a moment. */
const RELOAD_MS = 3_000
const AT_ONCE_MS = 300

/** `elsewhere`: another page of the same user has the phone now. `unknown`: the PBX has no phone with this number. */
export type PhoneState =
  'off' | 'starting' | 'no_microphone' | 'connecting' | 'registered' | 'up' | 'elsewhere' | 'unknown'

export type HeadsetKind = 'browser' | 'phone'

interface Headset {
  headset: HeadsetKind
  extension: string
  secret: string | null
}

/**
 * The headset in this browser, for as long as somebody is signed in. It lives across pages; each user's choice is remembered. One tab
 * has it.
 *
 * @param login who is signed in
 */
export function createBrowserPhone(api: Api, login: () => string) {
  const state = ref<PhoneState>('off')
  const level = ref(0)
  const muted = ref(false)
  const extension = ref('')
  const speaker = new Audio()
  let microphone: MediaStream | null = null
  let stopMeter: () => void = () => undefined
  let ua: UA | null = null
  let session: RTCSession | null = null
  /** Of starts and ends: a start that waits for somebody must not go on after the phone was told to stop. */
  let turn = 0

  /** This tab is the phone. */
  const tab = heldLock(
    () => `callfloor.phone.${login()}`,
    () => {
      isNoMoreHere('elsewhere')
    },
  )
  /** And its line is up. */
  const talk = heldLock(() => `callfloor.phone_up.${login()}`)

  speaker.autoplay = true

  async function listen(over: () => boolean): Promise<boolean> {
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      })
    } catch {
      if (!over()) {
        state.value = 'no_microphone'
      }
      return false
    }
    if (over()) {
      stream.getTracks().forEach((track) => {
        track.stop()
      })
      return false
    }
    microphone = stream
    stopMeter = meter(microphone, (now) => {
      level.value = now
    })
    return true
  }

  function hear(call: RTCSession): void {
    const earlier = session
    session = call
    // Nobody can hear two calls: the PBX rings once more only where the first is over or not wanted any more.
    if (earlier?.isEnded() === false) {
      earlier.terminate()
    }
    state.value = 'up'
    void talk.seize()
    const remote = call.connection.getReceivers().map((receiver) => receiver.track)
    speaker.srcObject = new MediaStream(remote)
    void speaker.play()
    applyMute()
  }

  function applyMute(): void {
    microphone?.getAudioTracks().forEach((track) => {
      track.enabled = !muted.value
    })
  }

  function close(): void {
    turn++
    stopMeter()
    stopMeter = () => undefined
    ua?.removeAllListeners()
    ua?.stop()
    ua = null
    session = null
    speaker.srcObject = null
    microphone?.getTracks().forEach((track) => {
      track.stop()
    })
    microphone = null
    level.value = 0
    muted.value = false
    talk.letGo()
    tab.letGo()
  }

  function isNoMoreHere(now: 'elsewhere' | 'off'): void {
    close()
    notePhoneHere(false)
    state.value = now
  }

  async function register(
    account: { extension: string; secret: string },
    stream: MediaStream,
    over: () => boolean,
  ): Promise<void> {
    state.value = 'connecting'
    const line = await openLine(account, stream, {
      registered: () => {
        if (state.value === 'connecting') {
          state.value = 'registered'
        }
      },
      refused: () => {
        isNoMoreHere('elsewhere')
      },
      unknown: () => {
        close()
        state.value = 'unknown'
      },
      disconnected: () => {
        if (session === null && ua !== null) {
          state.value = 'connecting'
        }
      },
      up: hear,
      down: (over) => {
        if (session !== null && over !== session) {
          return
        }
        session = null
        talk.letGo()
        state.value = ua?.isRegistered() === true ? 'registered' : 'connecting'
      },
    })
    if (over()) {
      line.removeAllListeners()
      line.stop()
      return
    }
    ua = line
    notePhoneHere(true)
  }

  return {
    state: computed(() => state.value),
    level: computed(() => level.value),
    muted: computed(() => muted.value),
    extension: computed(() => extension.value),

    /**
     * Asks for the microphone and registers; what the server says against it is returned.
     *
     * @param takesOver also where another tab is the phone, whose line then rings here; else that tab stays the phone
     */
    async start(takesOver: boolean): Promise<Problem | null> {
      // Once at a time: a second password would put the first out of use, and with it this very page.
      if (ua !== null || state.value === 'starting' || state.value === 'connecting') {
        return null
      }
      state.value = 'starting'
      const mine = ++turn
      const over = () => turn !== mine
      if (!takesOver && !(await tab.take(phoneWasHere() ? RELOAD_MS : AT_ONCE_MS))) {
        if (!over()) {
          state.value = 'elsewhere'
        }
        return null
      }
      const heard = await listen(over)
      if (over()) {
        return null
      }
      if (!heard || microphone === null) {
        tab.letGo()
        return null
      }
      const answer = await api.post<Headset>('/session/phone', { headset: 'browser' })
      if (over()) {
        return null
      }
      if (!answer.ok || answer.value.secret === null) {
        close()
        state.value = 'off'
        return answer.ok ? null : answer.problem
      }
      extension.value = answer.value.extension
      if (takesOver) {
        // Not before the server's word: what the other tab's phone says of its end would pass for the person's own wish.
        await tab.seize()
      }
      if (over()) {
        return null
      }
      try {
        await register({ extension: answer.value.extension, secret: answer.value.secret }, microphone, over)
      } catch (failure) {
        close()
        state.value = 'off'
        throw failure
      }
      return null
    },

    /** Back to the desk phone. */
    async leave(): Promise<Problem | null> {
      const answer = await api.post<Headset>('/session/phone', { headset: 'phone' })
      if (!answer.ok) {
        return answer.problem
      }
      extension.value = answer.value.extension
      await tab.seize()
      isNoMoreHere('off')
      return null
    },

    /** Whether another tab of this browser has the phone, and its line is up. */
    async isUpElsewhere(): Promise<boolean> {
      return state.value !== 'up' && (await talk.isHeld())
    },

    /** It is left alone where it is. */
    leaveAlone(): void {
      state.value = 'elsewhere'
    },

    /** Signed out, or another page is at work. */
    stop(): void {
      isNoMoreHere('off')
    },

    /** Ends the call that is up. */
    hangUp(): void {
      session?.terminate()
    },

    mute(on: boolean): void {
      muted.value = on
      applyMute()
    },
  }
}

export type BrowserPhone = ReturnType<typeof createBrowserPhone>
