import { ElMessage } from 'element-plus'
import { computed, ref, watch } from 'vue'
import { hangUp } from '../api/hangUp'
import type { Result } from '../api/problem'
import type { CaseView } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'
import type { DispositionButton } from './dispositions'

/** The signed-in agent's own state and call, and what the agent can do about them. */
export function useAgent() {
  const { api, feed } = useConsole()
  const { t, complain, denial } = useTexts()
  const busy = ref(false)
  const preview = computed(() => feed.state.value.preview)
  const choosing = computed(() => feed.state.value.choosing)
  const me = computed(() => feed.state.value.agent)
  const pop = computed(() => feed.state.value.pop)
  const ended = computed(() => feed.state.value.ended)
  const lost = computed(() => feed.state.value.lost)
  const attempt = computed(() => pop.value?.attempt_id ?? me.value?.attempt ?? undefined)
  const wrapUp = computed(() => me.value?.state === 'wrap_up')
  const inCall = computed(() => attempt.value !== undefined && !ended.value && !wrapUp.value)

  /** One request at a time, so that a key that is pressed twice acts once. The feed tells what came of it. */
  async function act(request: () => Promise<Result<unknown>>): Promise<boolean> {
    if (busy.value) {
      return false
    }
    busy.value = true
    const result = await request()
    busy.value = false
    if (!result.ok) {
      complain(result.problem)
    }
    return result.ok
  }

  watch(
    () => feed.state.value.denied,
    (denied) => {
      if (denied) {
        const why = denial(denied.decision.rules ?? [])
        const message = denied.case_ref === null ? why : `${denied.case_ref}: ${why}`
        ElMessage({ type: 'warning', message, duration: 6000, showClose: true })
      }
    },
  )

  return {
    busy,
    preview,
    choosing,
    me,
    pop,
    attempt,
    ended,
    lost,
    wrapUp,
    inCall,

    setState(state: 'ready' | 'break' | 'signed_out', reason?: string): Promise<boolean> {
      return act(() => api.post('/agents/me/state', reason === undefined ? { state } : { state, reason }))
    },

    async callPreviewed(): Promise<void> {
      const id = preview.value?.id
      if (id !== undefined) {
        await act(() => api.post(`/previews/${id}/call`))
      }
    },

    async skip(reason: string): Promise<void> {
      const id = preview.value?.id
      if (id !== undefined) {
        await act(() => api.post(`/previews/${id}/skip`, { reason }))
      }
    },

    async callCase(found: CaseView): Promise<void> {
      await act(() => api.post(`/cases/${found.id}/call`))
    },

    /** Also while the phone still rings. */
    async hangUpPreviewed(): Promise<void> {
      const id = preview.value?.id
      if (id !== undefined) {
        await act(() => hangUp(api, id))
      }
    },

    async hangUp(): Promise<void> {
      const id = attempt.value
      if (id !== undefined && inCall.value) {
        await act(() => hangUp(api, id))
      }
    },

    /** What the agent hears of it must be plain: digits that are read out now are on disk if it failed. */
    async pauseRecording(pause: boolean): Promise<void> {
      if (!inCall.value || busy.value) {
        return
      }
      const done = await act(() => api.post(`/agents/me/recording/${pause ? 'pause' : 'resume'}`))
      if (!done && pause) {
        ElMessage({ type: 'error', message: t('agent.not_paused'), duration: 0, showClose: true })
      }
    },

    async dispose(
      disposition: DispositionButton,
      note: string,
      details: Record<string, unknown> = {},
    ): Promise<boolean> {
      const id = attempt.value
      if (id === undefined || !wrapUp.value) {
        return false
      }
      const body = {
        disposition: disposition.code,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...details,
      }
      const saved = await act(() => api.post(`/calls/${id}/disposition`, body))
      if (saved) {
        ElMessage({
          type: 'success',
          message: t('agent.noted', { disposition: disposition.name }),
        })
      }
      return saved
    },
  }
}

export type AgentActions = ReturnType<typeof useAgent>
