import { auditOperations } from '../i18n/parts/audit.en'

/** The operations that have words; what the server knows besides is shown by its code. */
export function operations(): string[] {
  return Object.keys(auditOperations)
}

/** What came of a request, by its HTTP status. */
export function outcomeOf(status: number | null): {
  code: 'done' | 'refused' | 'not_possible' | 'failed' | 'open'
  tone: 'good' | 'warn' | 'bad' | ''
} {
  if (status === null) {
    return { code: 'open', tone: '' }
  }
  if (status < 400) {
    return { code: 'done', tone: 'good' }
  }
  if (status === 401 || status === 403 || status === 429) {
    return { code: 'refused', tone: 'bad' }
  }
  return status < 500 ? { code: 'not_possible', tone: 'warn' } : { code: 'failed', tone: 'bad' }
}
