import { type Ref, ref, shallowRef, watch } from 'vue'
import type { CaseScript } from '../api/desk'
import type { Problem } from '../api/problem'
import type { Id, Purpose } from '../api/types'
import { useConsole } from '../app/console'

export interface OnScreen {
  id: Id
  purpose: Purpose
}

/** The script and the offers of the case before the agent; it changes with the case, not with what is said of it. */
export function useCaseScript(shown: Ref<OnScreen | null>) {
  const { api } = useConsole()
  const found = shallowRef<CaseScript | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** Empty: the case's own. */
  const language = ref('')
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    const now = shown.value
    if (now === null) {
      found.value = null
      problem.value = null
      return
    }
    const result = await api.get<CaseScript>(`/cases/${now.id}/script`, {
      recipient: now.purpose === 'information' ? 'contact' : 'debtor',
      language: language.value,
    })
    if (mine === turn) {
      found.value = result.ok ? result.value : null
      problem.value = result.ok ? null : result.problem
    }
  }

  watch(
    () => (shown.value ? `${shown.value.id}/${shown.value.purpose}` : ''),
    () => {
      found.value = null
      language.value = ''
      void load()
    },
    { immediate: true },
  )
  watch(language, load)

  return { found, problem, language, load }
}
