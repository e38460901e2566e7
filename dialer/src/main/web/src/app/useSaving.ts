import { ref, shallowRef } from 'vue'
import type { Problem, Result } from '../api/problem'

/** What a form asks of the server: whether it is being asked, and what it says against it. */
export function useSaving() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function ask<T>(request: Promise<Result<T>>): Promise<Result<T>> {
    busy.value = true
    const result = await request
    busy.value = false
    problem.value = result.ok ? null : result.problem
    return result
  }

  return { busy, problem, ask }
}
