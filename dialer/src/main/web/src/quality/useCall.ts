import { computed, type Ref, watch } from 'vue'
import type { TimelineEntry } from '../api/casework'
import type { CaseScript, Hit, RecordedCall, Scorecard, Transcript, Waveform } from '../api/quality'
import type { Page, RecordingAccess } from '../api/types'
import { useConsole } from '../app/console'
import { useLoad } from '../app/useLoad'
import { useTexts } from '../app/useTexts'
import { pausesIn } from './wave'

/** The recorded call that a review is of, with all that stands beside it. */
export function useCall(recording: Ref<string | null>, card: Ref<Scorecard | null>) {
  const { api } = useConsole()
  const { language } = useTexts()
  const at = () => `/recordings/${encodeURIComponent(recording.value ?? '')}`
  const call = useLoad(() => api.get<RecordedCall>(at()))
  const caseAt = () => `/cases/${call.value.value?.case_id ?? 0}`
  const wave = useLoad(() => api.get<Waveform>(`${at()}/waveform`))
  const accesses = useLoad(() => api.get<Page<RecordingAccess>>(`${at()}/accesses`, { limit: '100' }))
  const transcript = useLoad(() => api.get<Transcript>(`${at()}/transcript`))
  const phrases = useLoad(() => api.get<{ hits: Hit[] }>(`${at()}/phrases`))
  const timeline = useLoad(() => api.get<Page<TimelineEntry>>(`${caseAt()}/timeline`))
  const script = useLoad(() =>
    api.get<CaseScript>(`${caseAt()}/script`, {
      recipient: card.value?.recipient ?? 'debtor',
      call: recording.value ?? undefined,
    }),
  )

  const length = computed(() => wave.value.value?.length_ms ?? call.value.value?.length_ms ?? 0)
  const pauses = computed(() => {
    const one = call.value.value
    return one ? pausesIn(one.pauses ?? [], one.answered_at, length.value) : []
  })
  const source = computed(() => (recording.value === null ? undefined : `/api${at()}/audio`))

  async function loadWords(): Promise<void> {
    await Promise.all([transcript.load(), phrases.load()])
  }

  async function load(): Promise<void> {
    await Promise.all([call.load(), wave.load(), accesses.load(), loadWords()])
    if (call.value.value) {
      await Promise.all([timeline.load(), script.load()])
    }
  }

  watch(recording, (now) => now !== null && void load(), { immediate: true })
  watch(language, () => {
    if (call.value.value) {
      void script.load()
    }
  })
  return {
    call,
    wave,
    accesses,
    transcript,
    phrases,
    timeline,
    script,
    length,
    pauses,
    source,
    load,
    loadWords,
  }
}

export type Call = ReturnType<typeof useCall>
