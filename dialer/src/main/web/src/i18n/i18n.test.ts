import { describe, expect, it } from 'vitest'
import en from './en'
import { browserLanguage } from './language'
import zh from './zh-CN'

function flat(texts: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts) as [string, string | object][]) {
    if (typeof value === 'string') {
      found.set(prefix + key, value)
    } else {
      flat(value, `${prefix}${key}.`).forEach((text, name) => found.set(name, text))
    }
  }
  return found
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('the two languages', () => {
  it('have the same keys and no empty text', () => {
    expect([...flat(zh).keys()]).toEqual([...flat(en).keys()])
    expect([...flat(zh).values(), ...flat(en).values()].filter((text) => text.trim() === '')).toEqual([])
  })

  it('fill the same placeholders', () => {
    const english = flat(en)
    for (const [key, text] of flat(zh)) {
      expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''))
    }
  })
})

describe('the first language', () => {
  it('is the first one of the browser that the console speaks', () => {
    expect(browserLanguage(['fr-FR', 'zh-TW', 'en'])).toBe('zh-CN')
    expect(browserLanguage(['en-AU', 'zh'])).toBe('en')
  })

  it('is English where the browser speaks none of them', () => {
    expect(browserLanguage(['fr'])).toBe('en')
  })
})
