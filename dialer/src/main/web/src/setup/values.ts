import type { ConfiguredValue } from '../api/setup'

export interface Section {
  name: string
  values: ConfiguredValue[]
}

/** The file's sections in its order, with the keys that hold what is looked for; a section's own line stays with its keys. */
export function sectionsOf(values: readonly ConfiguredValue[], filter: string): Section[] {
  const wanted = filter.trim().toLowerCase()
  const sections = new Map<string, ConfiguredValue[]>()
  for (const one of values) {
    if ([one.path, one.value, one.says].some((text) => text.toLowerCase().includes(wanted))) {
      const name = /^[^.[]+/.exec(one.path)?.[0] ?? one.path
      sections.set(name, [...(sections.get(name) ?? []), one])
    }
  }
  return [...sections].map(([name, found]) => ({ name, values: found }))
}

/** The environment variable that overrides a key. */
export function variableOf(path: string): string {
  return `FLOOR_${path.replace(/[[.]/g, '_').replace(/\]/g, '').toUpperCase()}`
}
