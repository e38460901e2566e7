import { ref, watch } from 'vue'
import type { Notice } from '../api/supervision'
import type { Page } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** What supervisors have told the agent who is signed in and the agent has not confirmed yet, oldest first. */
export function useNotices() {
  const { api, feed } = useConsole()
  const { complain } = useTexts()
  const notices = ref<Notice[]>([])

  function add(found: readonly Notice[]): void {
    const known = new Set(notices.value.map((notice) => notice.id))
    notices.value = [...notices.value, ...found.filter((notice) => !known.has(notice.id))]
  }

  // What was said while the line was down is not told again: it is asked for.
  watch(
    () => feed.link.value,
    async (link) => {
      if (link === 'open') {
        const found = await api.get<Page<Notice>>('/agents/me/notices')
        if (found.ok) {
          add(found.value.items)
        }
      }
    },
    { immediate: true },
  )

  watch(
    () => feed.state.value.notice,
    (notice) => {
      if (notice) {
        add([notice])
      }
    },
  )

  return {
    notices,

    async confirm(notice: Notice): Promise<void> {
      const result = await api.post(`/agents/me/notices/${notice.id}/read`)
      if (result.ok) {
        notices.value = notices.value.filter((other) => other.id !== notice.id)
      } else {
        complain(result.problem)
      }
    },
  }
}
