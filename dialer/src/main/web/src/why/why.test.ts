import { describe, expect, it } from 'vitest'
import type { DecisionView } from '../api/types'
import { fromInput, fromInputExactly, toInput } from './instant'
import { because, deniedFirst, says, tightestFirst } from './words'

const rule = (id: string, verdict: 'allow' | 'deny') => ({
  id,
  pack: 'floor',
  version: '1',
  verdict,
  because: 'it is early',
  because_zh: '时间太早',
})

describe('an instant in an input', () => {
  it('comes back as the same second, up to its end', () => {
    const text = toInput('2026-11-24T02:03:04.123456Z')
    expect(fromInput(text)).toBe('2026-11-24T02:03:04.999999Z')
    expect(fromInputExactly(text)).toBe('2026-11-24T02:03:04Z')
  })

  it('is none where nothing was entered', () => {
    expect(fromInput('')).toBeNull()
    expect(fromInputExactly('')).toBeNull()
    expect(toInput('yesterday')).toBe('')
  })
})

describe('the words of a rule', () => {
  it('are those of the console language', () => {
    expect(because(rule('A', 'deny'), 'zh-CN')).toBe('时间太早')
    expect(because(rule('A', 'deny'), 'en')).toBe('it is early')
    expect(says({ says: 'No calls.', says_zh: '不得拨打。' }, 'zh-CN')).toBe('不得拨打。')
  })

  it('are English where an old decision has no others', () => {
    const old = { id: 'A', pack: 'floor', version: '1', verdict: 'deny', because: 'it is early' } as const
    expect(because(old, 'zh-CN')).toBe('it is early')
  })
})

describe('a decision', () => {
  it('names what denied first', () => {
    const decision: DecisionView = {
      verdict: 'deny',
      rules: [rule('A', 'allow'), rule('B', 'deny'), rule('C', 'allow')],
      zones: [],
    }
    expect(deniedFirst(decision).map((one) => one.id)).toEqual(['B', 'A', 'C'])
  })

  it('that cannot be read has no rules', () => {
    expect(deniedFirst({ unreadable: '{' })).toEqual([])
  })

  it('shows the tightest counter first', () => {
    const counters = [
      { rule: 'A', used: 1, limit: 6 },
      { rule: 'B', used: 3, limit: 3 },
    ]
    expect(tightestFirst(counters).map((one) => one.rule)).toEqual(['B', 'A'])
  })
})
