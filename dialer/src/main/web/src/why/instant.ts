import type { Instant } from '../api/types'

const two = (n: number) => String(n).padStart(2, '0')

/** An instant as an input of the type datetime-local holds it: the browser's wall clock, whole seconds. */
export function toInput(at: Instant): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) {
    return ''
  }
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/**
 * What an input of the type datetime-local holds as an instant, or null where it is empty. The second's last microsecond,
 * since whoever names a second means what was decided within it too.
 */
export function fromInput(text: string): Instant | null {
  const date = new Date(text)
  return text === '' || Number.isNaN(date.getTime())
    ? null
    : date.toISOString().replace(/\.\d+Z$/, '.999999Z')
}

/** The same without fractions, for what begins or ends at a whole second. */
export function fromInputExactly(text: string): Instant | null {
  return fromInput(text)?.replace('.999999Z', 'Z') ?? null
}
