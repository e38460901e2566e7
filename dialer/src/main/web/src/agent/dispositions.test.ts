import { expect, it } from 'vitest'
import en from '../i18n/en'
import { DISPOSITIONS } from './dispositions'

it('gives every disposition a key of its own', () => {
  expect(new Set(DISPOSITIONS.map((one) => one.key)).size).toBe(DISPOSITIONS.length)
})

it('has words for exactly the dispositions that have a button', () => {
  expect(DISPOSITIONS.map((one) => one.code).sort()).toEqual(Object.keys(en.disposition).sort())
})

it('leaves the keys for ready, break and note alone', () => {
  expect(DISPOSITIONS.filter((one) => ['KeyR', 'KeyB', 'KeyN'].includes(one.key))).toEqual([])
})
