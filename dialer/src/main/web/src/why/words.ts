import type { Counter, DecisionView, Finding, RuleCard } from '../api/types'

const chinese = (language: string) => language.startsWith('zh')

/** Why a rule spoke as it did, in the console's language; an old decision may have English only. */
export function because(rule: Pick<Finding, 'because' | 'because_zh'>, language: string): string {
  return chinese(language) ? (rule.because_zh ?? rule.because) : rule.because
}

export function says(rule: Pick<RuleCard, 'says' | 'says_zh'>, language: string): string {
  return chinese(language) ? rule.says_zh : rule.says
}

/** The rules that denied come first, each group in the order in which the rules were asked. */
export function deniedFirst(decision: DecisionView): Finding[] {
  const rules = decision.rules ?? []
  return [
    ...rules.filter((rule) => rule.verdict === 'deny'),
    ...rules.filter((rule) => rule.verdict !== 'deny'),
  ]
}

/** The counters that are used up come first, then those with least left. */
export function tightestFirst(counters: readonly Counter[]): Counter[] {
  return [...counters].sort((one, other) => one.limit - one.used - (other.limit - other.used))
}
