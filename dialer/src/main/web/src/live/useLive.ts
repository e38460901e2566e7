import { computed, onMounted, ref, shallowRef, watch, type Ref } from 'vue'
import type { SettingCode, Wish } from '../api/live'
import type { Problem } from '../api/problem'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** Whether this person may change campaigns and trunks, and settings in words. */
export function useLive() {
  const { session } = useConsole()
  const { t, code, format } = useTexts()
  const mayChange = computed(() => ['supervisor', 'administrator'].includes(session.user.value?.role ?? ''))

  /** A setting's value as the API has it, in words. */
  function words(setting: SettingCode, value: string): string {
    if (value === '') {
      return t('live.no_limit')
    }
    switch (setting) {
      case 'mode':
        return code('mode', value)
      case 'abandon_target':
        return format.value.percent(Number(value))
      case 'order':
        return value.split(',').join(' › ')
      case 'open':
        return t(value === 'true' ? 'live.on' : 'live.off')
      default:
        return format.value.count(Number(value))
    }
  }

  return { mayChange, words }
}

/** Loads now, and again whenever the feed tells that somebody changed something. */
export function useFresh(load: () => Promise<void>): void {
  const { feed } = useConsole()
  onMounted(load)
  watch(() => feed.state.value.settings, load)
}

/**
 * A dialog of limits, which begins anew each time it is opened: one wish after the other is sent, and what the server says
 * against one ends it.
 *
 * @param fill shows what holds now
 */
export function useLimits(
  open: Ref<boolean>,
  fill: () => void,
  path: () => string,
  wishes: () => Wish[],
  saved: () => void,
) {
  const { api } = useConsole()
  const why = ref('')
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  watch(
    open,
    (opens) => {
      if (opens) {
        fill()
        why.value = ''
        problem.value = null
      }
    },
    { immediate: true },
  )

  async function send(): Promise<Problem | null> {
    const reason = why.value.trim()
    for (const wish of wishes()) {
      const result = await api.post(path(), reason === '' ? wish : { ...wish, why: reason })
      if (!result.ok) {
        return result.problem
      }
    }
    return null
  }

  async function save(): Promise<void> {
    busy.value = true
    problem.value = await send()
    busy.value = false
    if (problem.value === null) {
      open.value = false
    }
    saved()
  }

  return { why, busy, problem, save }
}
