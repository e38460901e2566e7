/** Whether two pieces of the API's JSON say the same. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) {
    return true
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false
  }
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  )
}

/**
 * The new list, with the old objects for what did not change: a page then draws only the rows that did. The old list where
 * nothing changed at all.
 */
export function keepSame<T>(old: readonly T[], now: readonly T[], id: (item: T) => unknown): readonly T[] {
  const known = new Map(old.map((item) => [id(item), item]))
  const kept = now.map((item) => {
    const before = known.get(id(item))
    return before !== undefined && same(before, item) ? before : item
  })
  return kept.length === old.length && kept.every((item, index) => item === old[index]) ? old : kept
}
