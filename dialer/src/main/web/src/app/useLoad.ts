import { ref, shallowRef } from 'vue'
import type { Problem, Result } from '../api/problem'
import type { Page } from '../api/types'

/** What one question to the server is answered; a slow answer to an earlier one never overwrites a later one's. */
export function useLoad<T>(ask: () => Promise<Result<T>>) {
  const value = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    busy.value = true
    const result = await ask()
    if (mine !== turn) {
      return
    }
    busy.value = false
    problem.value = result.ok ? null : result.problem
    value.value = result.ok ? result.value : null
  }

  return { value, problem, busy, load }
}

/** A list of the server, page by page; `ask` is given where the next page begins. */
export function useList<T>(ask: (after: string | undefined) => Promise<Result<Page<T>>>) {
  const items = shallowRef<readonly T[]>([])
  const next = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const loaded = ref(false)
  let turn = 0

  async function load(after?: string): Promise<void> {
    const mine = ++turn
    busy.value = true
    const result = await ask(after)
    if (mine !== turn) {
      return
    }
    busy.value = false
    if (!result.ok) {
      problem.value = result.problem
      return
    }
    problem.value = null
    items.value = after === undefined ? result.value.items : [...items.value, ...result.value.items]
    next.value = result.value.next
    loaded.value = true
  }

  return {
    items,
    next,
    problem,
    busy,
    loaded,
    load: () => load(),
    more: () => load(next.value ?? undefined),
  }
}
