import { ElMessage, ElMessageBox } from 'element-plus'
import { ref } from 'vue'
import { hangUp } from '../api/hangUp'
import type { AgentView, Campaign, Mode, Page } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** What a supervisor can do about the floor and its agents. */
export function useFloorActions() {
  const { api } = useConsole()
  const { t, stateOf, complain } = useTexts()
  const busy = ref(false)

  async function pauseIsMeant(): Promise<boolean> {
    try {
      await ElMessageBox.confirm(t('floor.pause_confirm'), t('floor.pause'), {
        confirmButtonText: t('floor.pause'),
        cancelButtonText: t('app.cancel'),
      })
      return true
    } catch {
      return false
    }
  }

  async function setModeOfAll(mode: Mode): Promise<void> {
    const campaigns = await api.get<Page<Campaign>>('/campaigns')
    if (!campaigns.ok) {
      complain(campaigns.problem)
      return
    }
    for (const campaign of campaigns.value.items) {
      const result = await api.post(`/campaigns/${campaign.id}/mode`, { mode })
      if (!result.ok) {
        complain(result.problem)
      }
    }
  }

  return {
    busy,

    /** Pausing is asked back, for it stops the whole floor; resuming is not. */
    async setMode(mode: Mode): Promise<void> {
      if (mode === 'paused' && !(await pauseIsMeant())) {
        return
      }
      busy.value = true
      await setModeOfAll(mode)
      busy.value = false
    },

    async setAgent(
      agent: AgentView,
      state: 'ready' | 'break' | 'signed_out',
      reason?: string,
    ): Promise<void> {
      const body = reason === undefined ? { state } : { state, reason }
      const result = await api.post<AgentView>(`/agents/${agent.id}/state`, body)
      if (result.ok) {
        const { next } = result.value
        const reached = stateOf(result.value.state, result.value.reason)
        const later = next && t('agent.after', { state: stateOf(next.state, next.reason) })
        ElMessage({
          type: 'success',
          message: t('floor.changed', { name: agent.name, state: later ?? reached }),
        })
      } else {
        complain(result.problem)
      }
    },

    /** Declines what an agent offers, or leaves a talk in which the supervisor is a third. */
    async leave(attempt: string | number): Promise<void> {
      const result = await api.remove(`/calls/${attempt}/transfer`)
      if (!result.ok) {
        complain(result.problem)
      }
    },

    async hangUp(attempt: string | number): Promise<void> {
      const result = await hangUp(api, attempt)
      if (!result.ok) {
        complain(result.problem)
      }
    },
  }
}
