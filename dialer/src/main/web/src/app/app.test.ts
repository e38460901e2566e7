import { describe, expect, it } from 'vitest'
import { keyName } from './keys'
import { groupsOf, hasFeed, isAt, PAGES, pagesOf } from './pages'

describe('a key', () => {
  it('is named by its place, so that layout and input method do not matter', () => {
    expect(keyName({ code: 'KeyQ', shiftKey: false })).toBe('KeyQ')
    expect(keyName({ code: 'KeyH', shiftKey: true })).toBe('Shift+KeyH')
  })

  it('on the number pad is the same as in the number row', () => {
    expect(keyName({ code: 'Numpad7', shiftKey: false })).toBe('Digit7')
    expect(keyName({ code: 'NumpadEnter', shiftKey: false })).toBe('NumpadEnter')
  })
})

describe('pages by role', () => {
  it('lead an agent to the calls and a supervisor to the floor', () => {
    expect(pagesOf('agent')[0]).toBe('agent')
    expect(pagesOf('supervisor')[0]).toBe('floor')
  })

  it('give quality control recordings and rules, and no feed', () => {
    expect(pagesOf('qa').slice(0, 4)).toEqual(['recordings', 'reviews', 'why', 'rules'])
    expect(pagesOf('qa')).not.toContain('reports')
    expect(hasFeed('qa')).toBe(false)
  })

  it('are all in the side bar, and webhooks in the administrator’s only', () => {
    const shown = groupsOf('administrator').flatMap((group) => group.pages)
    expect([...shown, ...pagesOf('agent')].sort()).toEqual([...PAGES].sort())
    expect(pagesOf('supervisor')).not.toContain('webhooks')
    expect(groupsOf('qa').map((group) => group.name)).toEqual(['cases', 'quality', 'settings'])
  })

  it('are where one is on what they lead to, too', () => {
    expect(isAt('/reviews/7', 'reviews')).toBe(true)
    expect(isAt('/reviews-of-all', 'reviews')).toBe(false)
  })

  it('show people, tokens and the audit log to administrators and auditors only', () => {
    for (const role of ['administrator', 'auditor'] as const) {
      expect(pagesOf(role)).toEqual(expect.arrayContaining(['people', 'tokens', 'audit']))
    }
    for (const role of ['agent', 'supervisor', 'qa'] as const) {
      expect(pagesOf(role)).not.toContain('people')
    }
  })

  it('give a program nothing', () => {
    expect(pagesOf('integration')).toEqual([])
  })
})
