import { describe, expect, it } from 'vitest'
import { isNumber } from './isNumber'

describe('what may be a telephone number', () => {
  it.each(['+8613900100001', '139 0010 0001', '(021) 6000-0001', '0571/87654321'])('%s', (text) => {
    expect(isNumber(text)).toBe(true)
  })

  it.each(['CF26-000001', '', '123', 'D-1', '+', '2026-1'])('is not %s', (text) => {
    expect(isNumber(text)).toBe(false)
  })
})
