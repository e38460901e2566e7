import { describe, expect, it, vi } from 'vitest'
import { createApi } from './client'

function answering(body: string, init: ResponseInit) {
  return vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, init)))
}

describe('the REST client', () => {
  it('sends the header that a foreign page cannot set', async () => {
    const fetcher = answering('{}', { status: 200 })
    await createApi(() => undefined, fetcher).post('/session', { login: 'li' })
    const [url, request] = fetcher.mock.calls[0] ?? []
    expect(url).toBe('/api/session')
    expect(request?.headers).toMatchObject({
      'X-Requested-With': 'callfloor',
      'content-type': 'application/json',
    })
    expect(request?.body).toBe('{"login":"li"}')
  })

  it('leaves empty filters out of the query and escapes the others', async () => {
    const fetcher = answering('{"items":[]}', { status: 200 })
    await createApi(() => undefined, fetcher).get('/recordings', { case: 'A&B', after: undefined })
    expect(fetcher.mock.calls[0]?.[0]).toBe('/api/recordings?case=A%26B')
  })

  it('hands on the problem that the server describes', async () => {
    const problem = JSON.stringify({ title: 'Conflict', status: 409, detail: 'The call is still up.' })
    const fetcher = answering(problem, {
      status: 409,
      headers: { 'content-type': 'application/problem+json' },
    })
    const result = await createApi(() => undefined, fetcher).post('/agents/me/state')
    expect(result).toEqual({
      ok: false,
      problem: { status: 409, title: 'Conflict', detail: 'The call is still up.' },
    })
  })

  it('keeps the status of a refusal that is no problem document', async () => {
    const fetcher = answering('<html>', { status: 502, statusText: 'Bad Gateway' })
    const result = await createApi(() => undefined, fetcher).get('/floor')
    expect(result).toEqual({ ok: false, problem: { status: 502, title: 'Bad Gateway' } })
  })

  it('tells of a session that the server forgot', async () => {
    const signedOut = vi.fn()
    await createApi(signedOut, answering('', { status: 401 })).get('/floor')
    expect(signedOut).toHaveBeenCalledOnce()
  })

  it('reports a server that cannot be reached as a problem with status 0', async () => {
    const dead = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('network')))
    const result = await createApi(() => undefined, dead).get('/floor')
    expect(result).toMatchObject({ ok: false, problem: { status: 0 } })
  })

  it('accepts an answer without a body', async () => {
    const fetcher = vi.fn<typeof fetch>(() => Promise.resolve(new Response(null, { status: 204 })))
    expect(await createApi(() => undefined, fetcher).remove('/session')).toEqual({
      ok: true,
      value: undefined,
    })
  })

  it('puts what is to stand', async () => {
    const fetcher = answering('{"id":7}', { status: 200 })
    const result = await createApi(() => undefined, fetcher).put('/users/7/team', { team: null })
    expect(fetcher.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', body: '{"team":null}' })
    expect(result).toEqual({ ok: true, value: { id: 7 } })
  })

  it('hands a file on with the name that the server gives it', async () => {
    const fetcher = answering('PK', {
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="export-1.zip"' },
    })
    const result = await createApi(() => undefined, fetcher).file('/recordings/exports', { case: 'A' })
    expect(fetcher.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"case":"A"}' })
    expect(result).toMatchObject({ ok: true, value: { name: 'export-1.zip' } })
  })

  it('tells why a file is refused', async () => {
    const fetcher = answering('{"title":"Forbidden","status":403}', {
      status: 403,
      headers: { 'content-type': 'application/problem+json' },
    })
    const result = await createApi(() => undefined, fetcher).file('/recordings/1/audio')
    expect(result).toMatchObject({ ok: false, problem: { status: 403, title: 'Forbidden' } })
  })
})
