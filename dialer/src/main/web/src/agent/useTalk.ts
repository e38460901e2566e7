import { ElMessage } from 'element-plus'
import { computed, ref, watch } from 'vue'
import type { ScreenPop } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** What the agent does with the talk besides talking. The feed tells what came of it. */
export function useTalk(pop: () => ScreenPop) {
  const { api } = useConsole()
  const { t, complain } = useTexts()
  const busy = ref(false)
  const pressed = ref('')
  const hold = computed(() => pop().hold ?? null)
  let sending = Promise.resolve()

  watch(
    () => pop().attempt_id,
    () => {
      pressed.value = ''
    },
  )

  async function ask(what: string, body?: unknown): Promise<boolean> {
    const result = await api.post(`/calls/${pop().attempt_id}/${what}`, body)
    if (!result.ok) {
      complain(result.problem)
    }
    return result.ok
  }

  return {
    busy,
    hold,
    pressed,

    /** Who believes that the debtor does not hear them must be right. */
    async toggleHold(): Promise<void> {
      if (busy.value) {
        return
      }
      busy.value = true
      const holding = hold.value === null
      const done = await ask(holding ? 'hold' : 'resume')
      busy.value = false
      if (!done && holding) {
        ElMessage({ type: 'error', message: t('talk.not_held'), duration: 0, showClose: true })
      }
    },

    /** Keys arrive in the order in which they were pressed, however fast. */
    press(key: string): void {
      pressed.value = (pressed.value + key).slice(-24)
      sending = sending.then(async () => {
        await ask('dtmf', { digits: key })
      })
    },
  }
}
