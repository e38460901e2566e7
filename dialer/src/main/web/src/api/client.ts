import { problemOf, type Result, UNREACHABLE } from './problem'

export interface Api {
  get<T>(path: string, query?: Query): Promise<Result<T>>
  post<T>(path: string, body?: unknown, query?: Query): Promise<Result<T>>
  put<T>(path: string, body: unknown): Promise<Result<T>>
  /** What the server answers as a file; with a body it is posted. It may take minutes. */
  file(path: string, body?: unknown): Promise<Result<NamedFile>>
  /** Sends a file as it is; a large one may take minutes. */
  upload<T>(path: string, file: Blob, type: string, query?: Query): Promise<Result<T>>
  remove<T = void>(path: string): Promise<Result<T>>
}

export interface NamedFile {
  /** As the server calls it; null where it does not. */
  name: string | null
  blob: Blob
}

type Query = Record<string, string | undefined>

const TIMEOUT_MS = 15_000
const FILE_TIMEOUT_MS = 30 * 60_000

/**
 * The REST client. It never throws: every failure is a {@link Problem}.
 *
 * @param onSignedOut told when the server no longer knows the session
 */
export function createApi(onSignedOut: () => void, fetcher: typeof fetch = fetch.bind(globalThis)): Api {
  async function ask<T>(
    request: RequestInit & { path: string; patience: number },
    read: (response: Response) => Promise<T>,
  ): Promise<Result<T>> {
    try {
      const { path, patience, ...rest } = request
      const response = await fetcher(`/api${path}`, { ...rest, signal: AbortSignal.timeout(patience) })
      if (!response.ok) {
        if (response.status === 401) {
          onSignedOut()
        }
        return { ok: false, problem: await problemOf(response) }
      }
      return { ok: true, value: await read(response) }
    } catch {
      return { ok: false, problem: UNREACHABLE }
    }
  }

  // The header is what a foreign page cannot set: the server refuses a cookie's write without it.
  const OURS = { accept: 'application/json', 'X-Requested-With': 'callfloor' }

  function send<T>(method: string, path: string, body?: unknown, type?: string): Promise<Result<T>> {
    const writes = method === 'POST' || method === 'PUT'
    const content = body instanceof Blob ? body : JSON.stringify(body ?? {})
    return ask(
      {
        path,
        patience: body instanceof Blob ? FILE_TIMEOUT_MS : TIMEOUT_MS,
        method,
        headers: writes ? { ...OURS, 'content-type': type ?? 'application/json' } : OURS,
        ...(writes ? { body: content } : {}),
      },
      async (response) => {
        const text = await response.text()
        return (text === '' ? undefined : JSON.parse(text)) as T
      },
    )
  }

  function file(path: string, body?: unknown): Promise<Result<NamedFile>> {
    const headers = { ...OURS, accept: '*/*' }
    const request =
      body === undefined
        ? { method: 'GET', headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }
    return ask({ path, patience: FILE_TIMEOUT_MS, ...request }, async (response) => {
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
      return { name: named?.[1] ?? null, blob: await response.blob() }
    })
  }

  return {
    get: (path, query) => send('GET', path + queryString(query)),
    post: (path, body, query) => send('POST', path + queryString(query), body),
    put: (path, body) => send('PUT', path, body),
    file,
    upload: (path, file, type, query) => send('POST', path + queryString(query), file, type),
    remove: (path) => send('DELETE', path),
  }
}

export function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
