import { shallowRef } from 'vue'
import type { Fact, Id, NewFact, Page } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

/** The facts about a case's debtor. */
export function useFacts() {
  const { api } = useConsole()
  const { complain } = useTexts()
  const facts = shallowRef<readonly Fact[]>([])
  let turn = 0

  async function load(caseId: Id): Promise<void> {
    const mine = ++turn
    const result = await api.get<Page<Fact>>(`/cases/${caseId}/facts`)
    if (mine !== turn) {
      return
    }
    if (result.ok) {
      facts.value = result.value.items
    } else {
      facts.value = []
      complain(result.problem)
    }
  }

  async function write(caseId: Id, path: string, body: unknown): Promise<boolean> {
    const result = await api.post(path, body)
    if (!result.ok) {
      complain(result.problem)
    }
    await load(caseId)
    return result.ok
  }

  return {
    facts,
    load,
    /** Whether it was written. */
    note: (caseId: Id, fact: NewFact) => write(caseId, `/cases/${caseId}/facts`, fact),
    withdraw: (caseId: Id, fact: Fact, reason: string) =>
      write(caseId, `/cases/${caseId}/facts/${fact.id}/withdrawal`, { reason }),
  }
}
