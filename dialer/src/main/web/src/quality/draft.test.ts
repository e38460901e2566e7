import { describe, expect, it } from 'vitest'
import { answer, bodyOf, draftOf, pin } from './draft'

describe('what a reviewer writes', () => {
  it('is sent without empty notes and comments', () => {
    const draft = draftOf(undefined)
    answer(draft, 'identifies', 'yes')
    answer(draft, 'courteous', 'points', 4)
    draft.notes.push(
      { at_ms: 10, text: ' ', for_agent: true },
      { at_ms: 20, text: ' good ', for_agent: false },
    )

    expect(bodyOf(draft)).toEqual({
      answers: [
        { item: 'identifies', answer: 'yes' },
        { item: 'courteous', answer: 'points', points: 4 },
      ],
      notes: [{ at_ms: 20, text: 'good', for_agent: false }],
    })
  })

  it('keeps the comment when the answer changes', () => {
    const draft = draftOf(undefined)
    draft.answers.set('listens', { item: 'listens', answer: 'no', points: null, comment: 'talks over' })
    answer(draft, 'listens', 'yes')
    expect(bodyOf(draft).answers).toEqual([{ item: 'listens', answer: 'yes', comment: 'talks over' }])
  })

  it('pins notes in the order of time', () => {
    const draft = draftOf(undefined)
    pin(draft, 5000)
    pin(draft, 9000)
    expect(pin(draft, 7000.4)).toBe(1)
    expect(draft.notes.map((note) => note.at_ms)).toEqual([5000, 7000, 9000])
  })
})
