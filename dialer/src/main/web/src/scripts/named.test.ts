import { expect, it } from 'vitest'
import { named } from './named'

const nameOf = (part: string) => ({ third_party: '接听者并非本人' })[part] ?? part

it('a script names the parts that it leads to, and its words stay as they are', () => {
  const parts = ['third_party', 'refuses']
  expect(named('是其他人接听的：转到 third_party。', parts, nameOf)).toBe(
    '是其他人接听的：转到 “接听者并非本人”。',
  )
  expect(named('Whoever refuses: a_third_party stays.', parts, nameOf)).toBe(
    'Whoever refuses: a_third_party stays.',
  )
})
