import { describe, expect, it } from 'vitest'
import type { Hit, Segment } from '../api/quality'
import { piecesOf } from './spoken'

const segment: Segment = { side: 'agent', from_ms: 1000, to_ms: 5000, text: '您好，我是李静，不还就坐牢。' }

function hit(said: string, at: number): Hit {
  return { kind: 'forbidden', rule: 'threat_custody', about: 'threat', at_ms: at, to_ms: at + 500, said }
}

describe('the words of a segment', () => {
  it('are cut where a phrase was found', () => {
    expect(piecesOf(segment, [hit('坐牢', 4000), hit('我是', 1500)]).map((piece) => piece.text)).toEqual([
      '您好，',
      '我是',
      '李静，不还就',
      '坐牢',
      '。',
    ])
  })

  it('stay whole where the phrase is of another segment', () => {
    expect(piecesOf(segment, [hit('坐牢', 9000)])).toEqual([{ text: segment.text, hit: null }])
  })

  it('do not care about capitals, and mark no word twice', () => {
    const english: Segment = { ...segment, text: 'This is Li. Pay or Else.' }
    const pieces = piecesOf(english, [hit('this is', 1500), hit('or else', 3000), hit('else', 3200)])
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['This is', 'or Else'])
  })
})
