import { onScopeDispose, ref, type Ref, watch } from 'vue'

/** By the keys 1 to 9. */
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/**
 * The player of one recording, driven by the page and not by its own controls. Nothing is fetched before it plays, since
 * every listening is noted with the recording; a moment that is chosen before is where it begins.
 *
 * @param lengthMs how long the recording is, in milliseconds
 */
export function usePlayer(audio: Readonly<Ref<HTMLAudioElement | null>>, lengthMs: Ref<number>) {
  /** Milliseconds from the beginning. */
  const now = ref(0)
  const playing = ref(false)
  const failed = ref(false)
  const speed = ref(1)
  let frame = 0

  function read(): void {
    now.value = (audio.value?.currentTime ?? 0) * 1000
  }

  function follow(): void {
    read()
    frame = requestAnimationFrame(follow)
  }

  function seek(ms: number): void {
    const to = Math.min(lengthMs.value, Math.max(0, ms))
    if (audio.value) {
      audio.value.currentTime = to / 1000
    }
    now.value = to
  }

  function play(): void {
    const player = audio.value
    if (player) {
      if (now.value >= lengthMs.value - 20) {
        seek(0)
      }
      // A play that a pause overtakes is rejected; what is wrong with the sound itself comes as an error event.
      void player.play().catch(() => undefined)
    }
  }

  function stop(): void {
    audio.value?.pause()
  }

  const heard = {
    play: () => {
      playing.value = true
      cancelAnimationFrame(frame)
      follow()
    },
    pause: () => {
      playing.value = false
      cancelAnimationFrame(frame)
      read()
    },
    seeked: read,
    error: () => {
      playing.value = false
      failed.value = true
    },
  }

  watch(
    audio,
    (player, before) => {
      for (const [name, listener] of Object.entries(heard)) {
        before?.removeEventListener(name, listener)
        player?.addEventListener(name, listener)
      }
      if (player) {
        player.preservesPitch = true
      }
    },
    { immediate: true },
  )
  watch([speed, audio], ([to, player]) => {
    if (player) {
      // A source that loads takes the default rate, and would forget the one that was chosen before.
      player.defaultPlaybackRate = to
      player.playbackRate = to
    }
  })
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    stop()
  })

  return {
    now,
    playing,
    failed,
    speed,
    seek,
    setSpeed: (to: number) => {
      speed.value = to
    },
    toggle: () => {
      if (playing.value) {
        stop()
      } else {
        play()
      }
    },
    by: (ms: number) => {
      seek(now.value + ms)
    },
  }
}

export type Player = ReturnType<typeof usePlayer>
