import { ref, shallowRef } from 'vue'
import type { Problem, Result } from '../api/problem'

/** A file that is chosen and sent, and what the server says of it. */
export function useUpload<T>(upload: (chosen: File) => Promise<Result<T>>) {
  const file = shallowRef<File | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const result = shallowRef<T | null>(null)

  /** Whether anything was sent; `begun` is told as soon as it is on its way. */
  async function send(begun: () => void = () => undefined): Promise<boolean> {
    if (file.value === null) {
      return false
    }
    busy.value = true
    const answered = upload(file.value)
    begun()
    const answer = await answered
    busy.value = false
    problem.value = answer.ok ? null : answer.problem
    result.value = answer.ok ? answer.value : null
    return true
  }

  return { file, busy, problem, result, send }
}
