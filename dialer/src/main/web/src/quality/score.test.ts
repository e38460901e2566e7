import { describe, expect, it } from 'vitest'
import type { Answer, Scorecard } from '../api/quality'
import { scoreSoFar, unanswered } from './score'

const text = { 'zh-CN': '文', en: 'text' }
const CARD: Scorecard = {
  card: 'debtor',
  version: '1',
  recipient: 'debtor',
  title: text,
  pass_mark: 80,
  sections: [
    {
      id: 'opening',
      title: text,
      items: [
        { id: 'identifies', weight: 10, most: null, text },
        { id: 'courteous', weight: 5, most: 3, text },
      ],
    },
  ],
  never: [{ id: 'threat', prohibition: 'threat', text }],
}

function answers(...said: [string, Answer['answer'], number?][]) {
  return new Map(
    said.map(([item, answer, points]) => [item, { item, answer, points: points ?? null, comment: null }]),
  )
}

describe('the score so far', () => {
  it('is of what is answered, with two decimals rounded half up', () => {
    // 10 + 5 × 2/3 of 15
    expect(scoreSoFar(CARD, answers(['identifies', 'yes'], ['courteous', 'points', 2]))).toEqual({
      score: 88.89,
      passed: true,
      failed_by: [],
    })
  })

  it('leaves out what does not apply', () => {
    expect(scoreSoFar(CARD, answers(['identifies', 'not_applicable'], ['courteous', 'points', 1]))).toEqual({
      score: 33.33,
      passed: false,
      failed_by: [],
    })
  })

  it('is none where nothing applied', () => {
    expect(scoreSoFar(CARD, answers(['identifies', 'not_applicable']))).toBeNull()
  })

  it('is 0 where something failed the call, whatever else is answered', () => {
    expect(scoreSoFar(CARD, answers(['identifies', 'yes'], ['threat', 'yes']))).toEqual({
      score: 0,
      passed: false,
      failed_by: ['threat'],
    })
  })
})

describe('what is missing', () => {
  it('is named in the order of the card, what fails a call last', () => {
    expect(unanswered(CARD, answers(['identifies', 'no']))).toEqual(['courteous', 'threat'])
  })
})
