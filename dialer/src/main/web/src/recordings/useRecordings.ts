import { ref, shallowRef } from 'vue'
import type { Page, RecordingView } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

const PAGE_SIZE = '50'

/** The list of recordings, newest first, page by page. */
export function useRecordings() {
  const { api } = useConsole()
  const { complain } = useTexts()
  const items = shallowRef<readonly RecordingView[]>([])
  const next = ref<string | null>(null)
  /** The case that the list was last asked for; null for all. */
  const shownCase = ref<string | null>(null)
  const busy = ref(false)
  const loaded = ref(false)
  let turn = 0

  async function load(caseRef: string | null, after: string | null): Promise<void> {
    // A slow answer to an earlier question must not overwrite a later one's.
    const mine = ++turn
    busy.value = true
    const result = await api.get<Page<RecordingView>>('/recordings', {
      case: caseRef ?? undefined,
      after: after ?? undefined,
      limit: PAGE_SIZE,
    })
    if (mine !== turn) {
      return
    }
    busy.value = false
    if (!result.ok) {
      complain(result.problem)
      return
    }
    items.value = after === null ? result.value.items : [...items.value, ...result.value.items]
    next.value = result.value.next
    shownCase.value = caseRef
    loaded.value = true
  }

  return {
    items,
    next,
    shownCase,
    busy,
    loaded,
    search: (caseRef: string) => load(caseRef.trim() || null, null),
    more: () => load(shownCase.value, next.value),
  }
}
