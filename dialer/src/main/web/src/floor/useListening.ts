import { ElMessage } from 'element-plus'
import { computed, ref } from 'vue'
import type { AgentView, ListenMode } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

interface Wish {
  agent: AgentView
  mode: ListenMode
}

/** Listening in rings the supervisor's own phone, whose extension is asked for once and remembered in this browser. */
export function useListening() {
  const { api, session } = useConsole()
  const { t, complain } = useTexts()
  const user = session.user.value
  const key = `callfloor.extension.${user?.login ?? ''}`
  const extension = ref(localStorage.getItem(key) ?? user?.extension ?? '')
  const asking = ref(false)
  let waiting: Wish | null = null

  async function send({ agent, mode }: Wish): Promise<void> {
    const result = await api.post(`/agents/${agent.id}/listen`, { mode, extension: extension.value })
    if (result.ok) {
      ElMessage({ type: 'success', message: t('floor.listening', { extension: extension.value }) })
    } else {
      complain(result.problem)
    }
  }

  return {
    extension: computed(() => extension.value),
    asking,

    listen(agent: AgentView, mode: ListenMode): void {
      if (extension.value === '') {
        waiting = { agent, mode }
        asking.value = true
      } else {
        void send({ agent, mode })
      }
    },

    ask(): void {
      waiting = null
      asking.value = true
    },

    async answer(digits: string): Promise<void> {
      extension.value = digits
      localStorage.setItem(key, digits)
      asking.value = false
      const wish = waiting
      waiting = null
      if (wish) {
        await send(wish)
      }
    },
  }
}
