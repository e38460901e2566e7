import { expect, it } from 'vitest'
import en from '../i18n/en'
import { buttons, DISPOSITIONS } from './dispositions'

it('gives every disposition a key of its own', () => {
  expect(new Set(DISPOSITIONS.map((one) => one.key)).size).toBe(DISPOSITIONS.length)
})

it('has words for exactly the dispositions that have a button', () => {
  expect(DISPOSITIONS.map((one) => one.code).sort()).toEqual(Object.keys(en.disposition).sort())
})

it('leaves the keys for ready, break and note alone', () => {
  expect(DISPOSITIONS.filter((one) => ['KeyR', 'KeyB', 'KeyN'].includes(one.key))).toEqual([])
})

it('gives the floor’s own dispositions their words and keys that nothing else has', () => {
  const own = Array.from({ length: 10 }, (_, place) => ({
    code: `own_${place}`,
    behaves_as: 'call_back',
    name_zh: `自定义${place}`,
    name_en: `Own ${place}`,
  }))
  const all = buttons(own, 'zh-CN', (code) => code)
  const keys = all.flatMap((one) => (one.key === null ? [] : [one.key]))
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.filter((key) => ['KeyR', 'KeyB', 'KeyN', 'KeyM'].includes(key))).toEqual([])
  expect(all.at(-1)).toEqual({ code: 'own_9', behavesAs: 'call_back', name: '自定义9', key: null, face: '' })
  expect(buttons(own, 'en', (code) => code).at(-1)?.name).toBe('Own 9')
})
