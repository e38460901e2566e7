import { type Ref, ref, watch } from 'vue'
import type { Id } from '../api/types'

const KEY = 'callfloor.note'

/** The note of the call at hand. It survives a reload of the page, but never the call, the tab or the sign-out. */
export function useNoteDraft(attempt: Ref<Id | undefined>): Ref<string> {
  const note = ref('')
  watch(
    attempt,
    (id) => {
      const [owner, text] = JSON.parse(sessionStorage.getItem(KEY) ?? '["",""]') as [string, string]
      note.value = id !== undefined && owner === String(id) ? text : ''
    },
    { immediate: true },
  )
  watch(note, (text) => {
    if (text === '' || attempt.value === undefined) {
      sessionStorage.removeItem(KEY)
    } else {
      sessionStorage.setItem(KEY, JSON.stringify([String(attempt.value), text]))
    }
  })
  return note
}
