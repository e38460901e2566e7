import { onScopeDispose, watch } from 'vue'

const EVERY_MS = 2_500
const TONE_S = 0.4
const HERTZ = 660
const VOLUME = 0.08

/** A quiet tone now and then, for as long as somebody is asked. A browser that plays none stays silent. */
export function useRinging(asked: () => boolean): void {
  let sound: AudioContext | null = null
  let timer: ReturnType<typeof setInterval> | undefined

  function tone(): void {
    sound ??= new AudioContext()
    const voice = sound.createOscillator()
    const volume = sound.createGain()
    volume.gain.value = VOLUME
    voice.frequency.value = HERTZ
    voice.connect(volume).connect(sound.destination)
    voice.start()
    voice.stop(sound.currentTime + TONE_S)
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
    void sound?.close()
    sound = null
  }

  watch(
    asked,
    (now) => {
      stop()
      if (now) {
        tone()
        timer = setInterval(tone, EVERY_MS)
      }
    },
    { immediate: true },
  )

  onScopeDispose(stop)
}
