import { computed, ref, shallowRef } from 'vue'
import type { CallView, CaseView, CheckedNumber, KeptDecision, Page } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'

const PAGE_SIZE = '100'
/** So far back the list is filled to show where in it a decision stands. */
const MOST_PAGES = 5

export interface Question {
  caseRef: string
  /** Null: now. */
  at: string | null
  /** A certain decision instead of the one in force at that instant. */
  id: number | null
}

/** What was decided of a case, and what would be decided now. */
export function useWhy() {
  const { api } = useConsole()
  const { complain } = useTexts()
  const asked = shallowRef<Question | null>(null)
  const view = shallowRef<CaseView | null>(null)
  const decisions = shallowRef<readonly KeptDecision[]>([])
  const next = ref<string | null>(null)
  const shown = shallowRef<KeptDecision | null>(null)
  const attempt = shallowRef<CallView | null>(null)
  const checked = shallowRef<readonly CheckedNumber[]>([])
  const busy = ref(false)
  let turn = 0

  async function page(caseRef: string, query: Record<string, string | undefined>) {
    const result = await api.get<Page<KeptDecision>>('/decisions', { case: caseRef, ...query })
    if (!result.ok) {
      complain(result.problem)
      return null
    }
    return result.value
  }

  async function find(question: Question): Promise<KeptDecision | null> {
    if (question.id !== null) {
      const known = decisions.value.find((one) => one.id === question.id)
      if (known) {
        return known
      }
      const result = await api.get<KeptDecision>(`/decisions/${question.id}`)
      return result.ok && result.value.case_ref === question.caseRef ? result.value : null
    }
    const newest = await page(question.caseRef, { before: question.at ?? undefined, limit: '1' })
    return newest?.items[0] ?? null
  }

  async function fillTo(caseRef: string, wanted: KeptDecision | null, mine: number): Promise<void> {
    let list: KeptDecision[] = []
    let after: string | null = null
    for (let n = 0; n < MOST_PAGES; n++) {
      const more = await page(caseRef, { limit: PAGE_SIZE, after: after ?? undefined })
      if (more === null || mine !== turn) {
        return
      }
      list = [...list, ...more.items]
      after = more.next
      if (after === null || wanted === null || list.some((one) => one.id === wanted.id)) {
        break
      }
    }
    decisions.value = list
    next.value = after
  }

  async function findAttempt(decision: KeptDecision | null): Promise<CallView | null> {
    if (decision?.attempt_id == null) {
      return null
    }
    const result = await api.get<CallView>(`/calls/${encodeURIComponent(decision.attempt_id)}`)
    return result.ok ? result.value : null
  }

  async function check(question: Question): Promise<readonly CheckedNumber[]> {
    const result = await api.get<Page<CheckedNumber>>('/rules/check', {
      case: question.caseRef,
      at: question.at ?? undefined,
    })
    if (!result.ok) {
      complain(result.problem)
      return []
    }
    return result.value.items
  }

  async function findCase(caseRef: string): Promise<CaseView | null> {
    const result = await api.get<Page<CaseView>>('/cases', { ref: caseRef })
    if (!result.ok) {
      complain(result.problem)
      return null
    }
    return result.value.items[0] ?? null
  }

  function clear(): void {
    view.value = null
    decisions.value = []
    next.value = null
    shown.value = null
    attempt.value = null
    checked.value = []
  }

  /** Looks everything up; a slow answer to an earlier question never overwrites a later one's. */
  async function ask(question: Question): Promise<void> {
    const mine = ++turn
    const same = asked.value?.caseRef === question.caseRef && view.value !== null
    busy.value = true
    const found = same ? view.value : await findCase(question.caseRef)
    if (mine !== turn) {
      return
    }
    if (found === null) {
      clear()
      asked.value = question
      busy.value = false
      return
    }
    const decision = await find(question)
    const [would, led] = await Promise.all([check(question), findAttempt(decision)])
    if (mine !== turn) {
      return
    }
    if (!same) {
      decisions.value = []
    }
    if (!same || question.id === null) {
      await fillTo(question.caseRef, decision, mine)
      if (mine !== turn) {
        return
      }
    }
    view.value = found
    shown.value = decision
    attempt.value = led
    checked.value = would
    asked.value = question
    busy.value = false
  }

  async function more(): Promise<void> {
    const question = asked.value
    const mine = turn
    if (question === null || next.value === null) {
      return
    }
    const following = await page(question.caseRef, { limit: PAGE_SIZE, after: next.value })
    if (following !== null && mine === turn) {
      decisions.value = [...decisions.value, ...following.items]
      next.value = following.next
    }
  }

  const place = computed(() => decisions.value.findIndex((one) => one.id === shown.value?.id))
  const earlier = computed(() => (place.value < 0 ? undefined : decisions.value[place.value + 1]))
  const later = computed(() => (place.value < 1 ? undefined : decisions.value[place.value - 1]))

  return { asked, view, decisions, next, shown, attempt, checked, busy, earlier, later, ask, more }
}
