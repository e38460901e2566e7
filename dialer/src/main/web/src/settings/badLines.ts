import type { Problem } from '../api/problem'

/** The lines of the sent text that a refusal names, counted from 1, as `line 12` or `:12:` say it. */
export function badLines(problem: Problem | null): number[] {
  const said = [problem?.detail, ...(problem?.errors ?? []).flatMap((one) => [one.field, one.message])]
  const found = said.flatMap((text) =>
    [...(text ?? '').matchAll(/\bline (\d+)|:(\d+):/g)].map((hit) => Number(hit[1] ?? hit[2])),
  )
  return [...new Set(found)].sort((one, other) => one - other)
}
