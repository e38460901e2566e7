import { ElMessage } from 'element-plus'
import { computed, ref, watch } from 'vue'
import type { Id, ScreenPop, TransferKind } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** What the agent does with the talk besides talking. The feed tells what came of it. */
export function useTalk(pop: () => ScreenPop) {
  const { api, feed } = useConsole()
  const { t, said, complain } = useTexts()
  const busy = ref(false)
  const pressed = ref('')
  const hold = computed(() => pop().hold ?? null)
  const transfer = computed(() => pop().transfer ?? null)
  const outside = computed(() => pop().outside ?? null)
  const conference = computed(() => pop().conference ?? null)
  let sending = Promise.resolve()

  watch(
    () => feed.state.value.transferFailed,
    (failed) => {
      if (failed) {
        const message = t('talk.not_transferred', {
          name: said(failed.to_name, failed.to_name_zh),
          because: said(failed.because, failed.because_zh),
        })
        ElMessage({ type: 'warning', message, duration: 8000, showClose: true })
      }
    },
  )

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

  async function once(request: () => Promise<boolean>): Promise<boolean> {
    if (busy.value) {
      return false
    }
    busy.value = true
    const done = await request()
    busy.value = false
    return done
  }

  return {
    busy,
    hold,
    transfer,
    outside,
    conference,
    pressed,

    /** Who believes that the debtor does not hear them must be right. */
    async toggleHold(): Promise<void> {
      const holding = hold.value === null
      const idle = !busy.value
      const done = await once(() => ask(holding ? 'hold' : 'resume'))
      if (!done && holding && idle) {
        ElMessage({ type: 'error', message: t('talk.not_held'), duration: 0, showClose: true })
      }
    },

    giveTo(to: Id, kind: TransferKind): Promise<boolean> {
      return once(() => ask('transfer', { to: Number(to), kind }))
    },

    /** They are called, and the agent talks to them first. */
    giveOutside(name: string): Promise<boolean> {
      return once(() => ask('outside', { to: name }))
    },

    async handOver(): Promise<void> {
      await once(() => ask('transfer/completion'))
    },

    /** The debtor comes back, and all three hear each other. */
    async bringTogether(): Promise<void> {
      await once(() => ask('conference'))
    },

    /** Whoever is asked leaves the call to the first agent; in a talk of three, the third goes, or is let go. */
    async leave(): Promise<void> {
      await once(async () => {
        const result = await api.remove(`/calls/${pop().attempt_id}/transfer`)
        if (!result.ok) {
          complain(result.problem)
        }
        return result.ok
      })
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
