import { describe, expect, it, vi } from 'vitest'
import type { Api } from './client'
import { hangUp } from './hangUp'
import type { Result } from './problem'

/** A server that answers so to whatever it is asked. */
function server(answer: Result<unknown>) {
  const post = vi.fn(() => Promise.resolve(answer))
  return { post, api: { post } as unknown as Pick<Api, 'post'> }
}

const refused = (status: number): Result<unknown> => ({ ok: false, problem: { status, title: '' } })

describe('hanging up', () => {
  it('asks the server to end the call', async () => {
    const { post, api } = server({ ok: true, value: {} })
    expect(await hangUp(api, '7')).toMatchObject({ ok: true })
    expect(post).toHaveBeenCalledWith('/calls/7/hangup')
  })

  it('is done where the other side was a moment earlier', async () => {
    expect(await hangUp(server(refused(404)).api, '7')).toMatchObject({ ok: true })
  })

  it('tells every other refusal', async () => {
    for (const status of [0, 403, 409, 503]) {
      expect(await hangUp(server(refused(status)).api, '7')).toEqual(refused(status))
    }
  })
})
