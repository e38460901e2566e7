const FIRST_MS = 500
const LONGEST_MS = 15_000

/**
 * How long to wait before the given try (1 is the first). Half of it is random, so that a floor of consoles does not
 * come back to a restarted server all at once.
 *
 * @param random 0 to 1
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
  return Math.round(full / 2 + (full / 2) * random)
}
