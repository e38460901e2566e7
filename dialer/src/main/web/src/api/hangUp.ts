import type { Api } from './client'
import type { Result } from './problem'
import type { Id } from './types'

/** Ends a call. Where the other side hung up a moment before there is none any more, and so it is done. */
export async function hangUp(api: Pick<Api, 'post'>, attempt: Id): Promise<Result<unknown>> {
  const result = await api.post(`/calls/${attempt}/hangup`)
  return !result.ok && result.problem.status === 404 ? { ok: true, value: undefined } : result
}
