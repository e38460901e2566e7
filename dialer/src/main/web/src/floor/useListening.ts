import { ElMessage } from 'element-plus'
import { computed, ref, watch } from 'vue'
import type { AgentView, Id, ListenMode } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** What rings a supervisor's phone. */
interface Wish {
  path: string
  body: Record<string, string>
}

/** How long the phone in the browser may take to come back after it lost its way. */
const PATIENCE_MS = 8_000

/**
 * Listening in and taking over ring the phone in this browser, where it is chosen, else the supervisor's desk phone, whose extension is
 * asked for once and remembered in this browser.
 */
export function useListening() {
  const { api, feed, session, phone } = useConsole()
  const { t, said, complain } = useTexts()
  const user = session.user.value
  const key = `callfloor.extension.${user?.login ?? ''}`
  const extension = ref(localStorage.getItem(key) ?? user?.extension ?? '')
  const asking = ref(false)
  let waiting: Wish | null = null

  const inBrowser = computed(() => ['connecting', 'registered', 'up'].includes(phone.state.value))

  /** Whether the PBX can ring this browser now, or soon. */
  function reachable(): Promise<boolean> {
    const there = () => phone.state.value === 'registered' || phone.state.value === 'up'
    if (there()) {
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const stop = watch(phone.state, () => {
        if (there()) {
          end(true)
        }
      })
      const timer = setTimeout(() => {
        end(false)
      }, PATIENCE_MS)
      function end(reached: boolean): void {
        stop()
        clearTimeout(timer)
        resolve(reached)
      }
    })
  }

  async function send({ path, body }: Wish): Promise<void> {
    const own = inBrowser.value
    if (own && !(await reachable())) {
      ElMessage({ type: 'warning', message: t('listening.connecting') })
      return
    }
    const rung = own ? phone.extension.value : extension.value
    const result = await api.post(path, { ...body, extension: rung })
    if (result.ok) {
      const message = own ? t('listening.here') : t('floor.listening', { extension: rung })
      ElMessage({ type: 'success', message })
    } else {
      complain(result.problem)
    }
  }

  function ring(wish: Wish): void {
    if (extension.value === '' && !inBrowser.value) {
      waiting = wish
      asking.value = true
    } else {
      void send(wish)
    }
  }

  watch(
    () => feed.state.value.notTaken,
    (failed) => {
      if (failed) {
        ElMessage({ type: 'warning', message: t(`take_over.failed.${failed.because}`), duration: 6000 })
      }
    },
  )

  watch(
    () => feed.state.value.released,
    (released) => {
      if (released?.because) {
        const message = t('talk.released', { because: said(released.because, released.because_zh) })
        ElMessage({ type: 'info', message, duration: 6000 })
      }
    },
  )

  return {
    extension: computed(() => extension.value),
    asking,

    listen(agent: AgentView, mode: ListenMode): void {
      ring({ path: `/agents/${agent.id}/listen`, body: { mode } })
    },

    /** The debtor of this call is the supervisor's from the moment at which the phone is up. */
    takeOver(attempt: Id): void {
      ring({ path: `/calls/${attempt}/take-over`, body: {} })
    },

    /** Takes what an agent offers. */
    accept(attempt: Id): void {
      ring({ path: `/calls/${attempt}/transfer/acceptance`, body: {} })
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
