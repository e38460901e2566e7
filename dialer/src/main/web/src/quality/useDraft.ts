import { onScopeDispose, ref, watch } from 'vue'
import type { Problem, Result } from '../api/problem'
import type { Review, ReviewVersion } from '../api/quality'
import { bodyOf, type Draft, draftOf } from './draft'

const QUIET_MS = 700
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed'

/**
 * What is being written about one call. While `keeps` says so, every change is saved by itself once nothing was changed
 * for a moment; what is saved and in which order never depends on how fast the server answers.
 */
export function useDraft(keeps: () => boolean, send: (body: unknown) => Promise<Result<Review>>) {
  const draft = ref<Draft>(draftOf(undefined))
  const saving = ref<SaveState>('saved')
  const problem = ref<Problem | null>(null)
  let changes = 0
  let saved = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<boolean> = Promise.resolve(true)

  watch(
    draft,
    () => {
      changes++
      if (keeps()) {
        saving.value = 'waiting'
        clearTimeout(timer)
        timer = setTimeout(() => void flush(), QUIET_MS)
      }
    },
    { deep: true, flush: 'sync' },
  )

  async function run(): Promise<boolean> {
    clearTimeout(timer)
    if (saved === changes || !keeps()) {
      return true
    }
    const upTo = changes
    saving.value = 'saving'
    const result = await send(bodyOf(draft.value))
    problem.value = result.ok ? null : result.problem
    if (!result.ok) {
      saving.value = 'failed'
      return false
    }
    saved = upTo
    saving.value = changes === upTo ? 'saved' : 'waiting'
    return true
  }

  /** Saves what is not saved yet; false where the server did not take it. */
  function flush(): Promise<boolean> {
    queue = queue.then(run)
    return queue
  }

  /** Begins anew with what a version holds. */
  function fill(version: ReviewVersion | undefined): void {
    clearTimeout(timer)
    draft.value = draftOf(version)
    saved = changes
    saving.value = 'saved'
    problem.value = null
    clearTimeout(timer)
  }

  /** Whether a closed window would lose something. */
  const unsaved = () => keeps() && saved !== changes

  function warn(event: BeforeUnloadEvent): void {
    if (unsaved()) {
      void flush()
      event.preventDefault()
    }
  }
  window.addEventListener('beforeunload', warn)
  onScopeDispose(() => {
    clearTimeout(timer)
    window.removeEventListener('beforeunload', warn)
  })

  return { draft, saving, problem, flush, fill, unsaved }
}
