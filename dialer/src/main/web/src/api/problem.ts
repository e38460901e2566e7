import type { Finding } from './types'

/** What is wrong with one field; English only where there is no Chinese. */
export interface FieldError {
  field: string
  message: string
  message_zh?: string
}

/** RFC 9457 problem details. Status 0: no answer came at all. */
export interface Problem {
  status: number
  title: string
  detail?: string
  detail_zh?: string
  errors?: FieldError[]
  /** What the rules said, where they forbid what was asked. */
  rules?: Finding[]
}

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export const UNREACHABLE: Problem = { status: 0, title: 'unreachable' }

/** Reads a refused request's body; anything that is not a problem document still yields the status. */
export async function problemOf(response: Response): Promise<Problem> {
  const bare: Problem = { status: response.status, title: response.statusText }
  if (!(response.headers.get('content-type') ?? '').includes('json')) {
    return bare
  }
  try {
    const body = (await response.json()) as Partial<Problem> | null
    return { ...bare, ...body, status: response.status }
  } catch {
    return bare
  }
}
