import { expect, it } from 'vitest'
import { levelOf } from './meter'

it('shows silence as nothing', () => {
  expect(levelOf(new Float32Array(1024))).toBe(0)
})

it('shows a voice in between and the loudest sound as full', () => {
  const voice = levelOf(new Float32Array(1024).fill(0.05))
  expect(voice).toBeGreaterThan(0.4)
  expect(voice).toBeLessThan(0.7)
  expect(levelOf(new Float32Array(1024).fill(1))).toBe(1)
})
