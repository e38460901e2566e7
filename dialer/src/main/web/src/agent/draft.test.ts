import { describe, expect, it } from 'vitest'
import { emptyDraft, isTyped, kept, type PromiseState, restored, type WrapUpDraft } from './draft'

const promise: PromiseState = {
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
}
const callBack = { at: '2026-12-01T02:00:00Z', day: '2026-12-01', sameAgent: false }
const claim = { date: '2026-11-20', amount: '12', channel: '' }
const PROMISE: WrapUpDraft = {
  disposition: 'promise_to_pay',
  note: '月底发工资',
  forms: { promise_to_pay: { promise } },
}

describe('a half-finished wrap-up', () => {
  it('comes back from the server as it was', () => {
    for (const draft of [
      PROMISE,
      { ...PROMISE, forms: { ...PROMISE.forms, call_back: { callBack }, claims_paid: { claim } } },
      { ...PROMISE, disposition: null },
      { ...emptyDraft(), note: 'only words' },
    ]) {
      expect(restored(JSON.parse(JSON.stringify(kept(draft))))).toEqual(draft)
    }
  })

  it('has nothing to say of what nobody chose', () => {
    expect(kept(emptyDraft())).toEqual({})
  })

  it('keeps the words, and what was chosen, of a console that writes its forms in another way', () => {
    const later = { ...kept(PROMISE), details: { version: 3, forms: { promise_to_pay: 'yes' } } }
    expect(restored(later)).toEqual({ ...PROMISE, forms: {} })
  })

  it('comes back from a console that kept the form that was open', () => {
    const earlier = { ...kept(PROMISE), details: { version: 1, form: { promise } } }
    expect(restored(earlier)).toEqual(PROMISE)
  })

  it('is typed once somebody would miss it', () => {
    expect(isTyped({})).toBe(false)
    expect(isTyped({ callBack: { at: '', day: '2026-12-01', sameAgent: true } })).toBe(false)
    expect([{ callBack }, { claim }, { promise }].every(isTyped)).toBe(true)
  })

  it('passes over what it cannot understand', () => {
    expect(restored(null)).toEqual(emptyDraft())
    expect(restored([])).toEqual(emptyDraft())
    const broken = {
      disposition: 7,
      note: {},
      details: { version: 2, forms: { x: { promise: { parts: '2' } } } },
    }
    expect(restored(broken)).toEqual(emptyDraft())
  })
})
