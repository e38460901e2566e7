import { computed, onMounted, watch } from 'vue'
import type { SettingCode, Wish } from '../api/live'
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

/** Sends one wish after the other; what the server says against one ends it. */
export function useWishes() {
  const { api } = useConsole()
  return {
    async send(path: string, wishes: readonly Wish[], why: string) {
      for (const wish of wishes) {
        const result = await api.post(path, why === '' ? wish : { ...wish, why })
        if (!result.ok) {
          return result.problem
        }
      }
      return null
    },
  }
}
