import { expect, it } from 'vitest'
import { randomPassword, SHORTEST_PASSWORD } from './secret'

it('makes a password that is long enough and never the same', () => {
  const made = new Set(Array.from({ length: 100 }, () => randomPassword()))
  expect(made.size).toBe(100)
  expect([...made].every((one) => one.length >= SHORTEST_PASSWORD)).toBe(true)
})

it('does not make some letters likelier than others', () => {
  const rolls = [new Uint8Array(16).fill(255), new Uint8Array(16).fill(0)]
  expect(randomPassword(() => rolls.shift() ?? new Uint8Array(16))).toBe('a'.repeat(16))
})
