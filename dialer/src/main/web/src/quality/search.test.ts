import { describe, expect, it } from 'vitest'
import { questionOf } from './search'

const NOTHING = {
  case: '',
  debtor: '',
  agent: '',
  campaign: '',
  disposition: '',
  secondsFrom: '',
  secondsTo: '',
  from: '',
  to: '',
  scoreFrom: '',
  scoreTo: '',
  reviewed: '',
  flaw: '',
  phrase: '',
}

describe('a search for calls', () => {
  it('asks for nothing that is not written', () => {
    expect(Object.values(questionOf(NOTHING)).filter(Boolean)).toEqual([])
  })

  it('asks for milliseconds, and for a last day as a whole', () => {
    const asked = questionOf({ ...NOTHING, secondsFrom: 30, from: '2026-11-27', to: '2026-11-27' })
    expect(asked).toMatchObject({ length_from_ms: '30000' })
    expect(Date.parse(asked['to'] ?? '') - Date.parse(asked['from'] ?? '')).toBe(86_400_000)
  })

  it('asks for a score of 0', () => {
    expect(questionOf({ ...NOTHING, scoreTo: 0 })).toMatchObject({ score_to: '0' })
  })
})
