import { problemOf, type Result, UNREACHABLE } from './problem'

export interface Api {
  get<T>(path: string, query?: Query): Promise<Result<T>>
  post<T>(path: string, body?: unknown, query?: Query): Promise<Result<T>>
  put<T>(path: string, body: unknown): Promise<Result<T>>
  /** Sends a file as it is; a large one may take minutes. */
  upload<T>(path: string, file: Blob, type: string, query?: Query): Promise<Result<T>>
  remove(path: string): Promise<Result<void>>
}

type Query = Record<string, string | undefined>

const TIMEOUT_MS = 15_000
const UPLOAD_TIMEOUT_MS = 30 * 60_000

/**
 * The REST client. It never throws: every failure is a {@link Problem}.
 *
 * @param onSignedOut told when the server no longer knows the session
 */
export function createApi(onSignedOut: () => void, fetcher: typeof fetch = fetch.bind(globalThis)): Api {
  async function send<T>(method: string, path: string, body?: unknown, type?: string): Promise<Result<T>> {
    // The header is what a foreign page cannot set: the server refuses a cookie's write without it.
    const headers: Record<string, string> = { accept: 'application/json', 'X-Requested-With': 'callfloor' }
    const patience = body instanceof Blob ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS
    const request: RequestInit = { method, headers, signal: AbortSignal.timeout(patience) }
    if (method === 'POST' || method === 'PUT') {
      headers['content-type'] = type ?? 'application/json'
      request.body = body instanceof Blob ? body : JSON.stringify(body ?? {})
    }
    try {
      const response = await fetcher(`/api${path}`, request)
      if (!response.ok) {
        if (response.status === 401) {
          onSignedOut()
        }
        return { ok: false, problem: await problemOf(response) }
      }
      const text = await response.text()
      return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T }
    } catch {
      return { ok: false, problem: UNREACHABLE }
    }
  }

  return {
    get: (path, query) => send('GET', path + queryString(query)),
    post: (path, body, query) => send('POST', path + queryString(query), body),
    put: (path, body) => send('PUT', path, body),
    upload: (path, file, type, query) => send('POST', path + queryString(query), file, type),
    remove: (path) => send('DELETE', path),
  }
}

export function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
