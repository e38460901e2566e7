import { describe, expect, it } from 'vitest'
import { emptyDraft, kept, restored, type WrapUpDraft } from './draft'

const PROMISE: WrapUpDraft = {
  disposition: 'promise_to_pay',
  note: '月底发工资',
  form: {
    promise: {
      parts: 2,
      first: '2026-12-20',
      rhythm: 'two_weeks',
      waiver: '',
      channel: 'bank',
      moreThanDue: false,
      instalments: [
        { date: '2026-12-20', amount: '700.00' },
        { date: '2027-01-03', amount: '534.56' },
      ],
    },
  },
}

describe('a half-finished wrap-up', () => {
  it('comes back from the server as it was', () => {
    for (const draft of [
      PROMISE,
      { ...PROMISE, form: { callBack: { at: '2026-12-01T02:00:00Z', day: '2026-12-01', sameAgent: false } } },
      { ...PROMISE, form: { claim: { date: '2026-11-20', amount: '12', channel: '' } } },
      { ...emptyDraft(), note: 'only words' },
    ]) {
      expect(restored(JSON.parse(JSON.stringify(kept(draft))))).toEqual(draft)
    }
  })

  it('has nothing to say of what nobody chose', () => {
    expect(kept(emptyDraft())).toEqual({})
  })

  it('keeps the words, and what was chosen, of a console that writes its forms in another way', () => {
    const later = { ...kept(PROMISE), details: { version: 2, form: { promise: 'yes' } } }
    expect(restored(later)).toEqual({ ...PROMISE, form: {} })
  })

  it('passes over what it cannot understand', () => {
    expect(restored(null)).toEqual(emptyDraft())
    expect(restored([])).toEqual(emptyDraft())
    const broken = { disposition: 7, note: {}, details: { version: 1, form: { promise: { parts: '2' } } } }
    expect(restored(broken)).toEqual(emptyDraft())
  })
})
