import { describe, expect, it } from 'vitest'
import { keepSame, same } from './same'

describe('a list that comes again', () => {
  const id = (item: { id: number }) => item.id
  const old = [
    { id: 1, state: 'ready', next: { state: 'break' } },
    { id: 2, state: 'ready' },
  ]

  it('keeps what did not change, so that only the others are drawn anew', () => {
    const now = keepSame(old, [{ id: 2, state: 'on_call' }, structuredClone(old[0]) as (typeof old)[0]], id)

    expect(now[0]).toEqual({ id: 2, state: 'on_call' })
    expect(now[1]).toBe(old[0])
  })

  it('is the old list where nothing changed', () => {
    expect(keepSame(old, structuredClone(old), id)).toBe(old)
    expect(keepSame(old, old.slice(0, 1), id)).toHaveLength(1)
  })

  it('looks into what is inside', () => {
    expect(same({ a: { b: [1, 2] } }, { a: { b: [1, 2] } })).toBe(true)
    expect(same({ a: { b: [1, 2] } }, { a: { b: [1, 3] } })).toBe(false)
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false)
    expect(same(null, {})).toBe(false)
  })
})
