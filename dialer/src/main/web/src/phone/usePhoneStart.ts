import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'
import { phoneWasHere, rememberedHeadset } from './choice'

/**
 * How a page that is opened starts the phone of somebody who chose this browser as their headset, and has not asked for it now. An agent has
 * it on the page that the server says is at work. A supervisor may have several pages at work: the phone stays in the tab that has it.
 */
export function usePhoneStart(): () => Promise<void> {
  const { feed, phone, session } = useConsole()
  const { complain } = useTexts()

  return async () => {
    const user = session.user.value
    if (user === null || rememberedHeadset(user.login) !== 'browser') {
      return
    }
    const { pop, ended } = feed.state.value
    const isAgent = user.role === 'agent'
    if (!isAgent && pop !== null && !ended && !phoneWasHere()) {
      // A debtor is on that line, maybe in another browser.
      phone.leaveAlone()
      return
    }
    const problem = await phone.start(isAgent)
    if (problem) {
      complain(problem)
    }
  }
}
