import { onScopeDispose, type Ref, ref, watch } from 'vue'
import type { AgentView, Id } from '../api/types'
import { useConsole } from '../app/console'
import { emptyDraft, kept, restored, type WrapUpDraft } from './draft'
import { unsaved } from './unsaved'

const SAVED_AFTER_MS = 1_000
const TRIED_AGAIN_AFTER_MS = 5_000

/**
 * What the agent has of the wrap-up of the call at hand. It is kept by the server as it is typed, and comes back after a reload, on
 * another page, or after the same agent has signed in again; nobody is asked or told.
 */
export function useWrapUpDraft(attempt: Ref<Id | undefined>, me: Ref<AgentView | null>) {
  const { api, session } = useConsole()
  const draft = ref<WrapUpDraft>(emptyDraft())
  /** What is kept, or will be. */
  let noted = JSON.stringify(draft.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving = false
  /** Another page may have a newer draft of the same call by now. */
  let gone = false
  /** A call that came while this page looked on has no draft of an earlier page. */
  let lookedOn = false

  function show(found: WrapUpDraft): void {
    draft.value = found
    noted = JSON.stringify(found)
  }

  async function begin(id: Id | undefined, before: Id | undefined): Promise<void> {
    const fresh = lookedOn
    lookedOn = id === undefined && me.value !== null
    if (before !== undefined) {
      if (timer !== undefined) {
        // Another page of the same agent's may be at work from now on.
        void api.put(`/calls/${before}/wrap-up`, kept(draft.value))
      }
      stop()
      show(emptyDraft())
      unsaved.drop()
    }
    if (id === undefined || fresh) {
      return
    }
    const left = unsaved.of(session.user.value?.id, id)
    if (left) {
      show(restored(left.draft))
      later(SAVED_AFTER_MS)
      return
    }
    const found = await api.get(`/calls/${id}/wrap-up`)
    const untouched = JSON.stringify(draft.value) === JSON.stringify(emptyDraft())
    if (found.ok && attempt.value === id && untouched) {
      show(restored(found.value))
    }
  }

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function later(afterMs: number): void {
    stop()
    timer = setTimeout(() => {
      timer = undefined
      void save()
    }, afterMs)
  }

  async function save(): Promise<void> {
    const id = attempt.value
    if (id === undefined || saving) {
      return
    }
    const sent = noted
    const keptAs = unsaved.text()
    saving = true
    const result = await api.put(`/calls/${id}/wrap-up`, kept(draft.value))
    saving = false
    if (gone) {
      if (result.ok && sent === noted && unsaved.text() === keptAs) {
        unsaved.drop()
      }
      return
    }
    if (attempt.value !== id) {
      // What was typed of the next call meanwhile found this one's save under way.
      if (unsaved.text() !== null) {
        later(SAVED_AFTER_MS)
      }
      return
    }
    if (sent !== noted) {
      later(SAVED_AFTER_MS)
    } else if (result.ok) {
      unsaved.drop()
    } else if (result.problem.status === 0 || result.problem.status >= 500) {
      later(TRIED_AGAIN_AFTER_MS)
    }
  }

  watch(attempt, begin, { immediate: true })
  watch(me, (now) => {
    lookedOn = now !== null && attempt.value === undefined
  })
  watch(
    draft,
    (now) => {
      const json = JSON.stringify(now)
      if (json !== noted && attempt.value !== undefined) {
        noted = json
        unsaved.keep(session.user.value?.id, attempt.value, kept(now))
        later(SAVED_AFTER_MS)
      }
    },
    { deep: true },
  )
  onScopeDispose(() => {
    gone = true
    stop()
    if (unsaved.text() !== null) {
      void save()
    }
  })

  return {
    draft,

    /** The disposition is given: there is nothing left to keep. */
    done(): void {
      stop()
      unsaved.drop()
      show(emptyDraft())
    },
  }
}
