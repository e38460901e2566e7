import { describe, expect, it } from 'vitest'
import { limitOf, shareOf } from './values'

describe('what is typed into a limit', () => {
  it('is a number, nothing, or text that the server refuses', () => {
    expect(limitOf(' 12 ')).toBe(12)
    expect(limitOf('')).toBeNull()
    expect(limitOf('many')).toBe('many')
  })

  it('is a share where it is a percentage, without the dust of binary fractions', () => {
    expect(shareOf('2.9 %')).toBe(0.029)
    expect(shareOf('3')).toBe(0.03)
    expect(shareOf('1,5')).toBe(0.015)
    expect(shareOf('x')).toBe('x')
  })
})
