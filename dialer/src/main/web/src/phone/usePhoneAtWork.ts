import { computed, watch } from 'vue'
import { useConsole } from '../app/console'
import { phoneWasHere } from './choice'
import { usePhoneStart } from './usePhoneStart'

/**
 * Whoever chose this browser as their headset has it on every page: one that is loaded anew on any other than the desk would leave
 * the agent without a line, and a debtor in mid-talk without the agent. A supervisor's phone is needed while they have a debtor, and only by the page
 * that had it: the feed tells the debtor to all of their pages, and any other would take it away in mid-talk.
 */
export function usePhoneAtWork(): void {
  const { feed, phone, session } = useConsole()
  const start = usePhoneStart()
  const needed = computed(() => {
    const { agent, elsewhere, pop, ended } = feed.state.value
    return session.user.value?.role === 'agent'
      ? agent !== null && elsewhere === null
      : pop !== null && !ended && phoneWasHere()
  })
  watch(
    needed,
    async (now) => {
      if (now && phone.state.value === 'off') {
        await start()
      }
    },
    { immediate: true },
  )
}
