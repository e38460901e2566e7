import { describe, expect, it } from 'vitest'
import type { ConfiguredValue } from '../api/setup'
import { sectionsOf, variableOf } from './values'

const value = (path: string, text = '', says = ''): ConfiguredValue => ({
  path,
  kind: 'value',
  value: text,
  says,
  overridden: false,
})

describe('the sections of the configuration', () => {
  const all = [value('floor.name', 'Demo'), value('trunks'), value('web.port', '8080', 'Where it listens')]

  it('stand in the order of the file', () => {
    expect(sectionsOf(all, '').map((one) => one.name)).toEqual(['floor', 'trunks', 'web'])
  })

  it('keep only what holds the words that are looked for', () => {
    expect(sectionsOf(all, ' LISTENS ').map((one) => one.name)).toEqual(['web'])
    expect(sectionsOf(all, 'nothing')).toEqual([])
  })
})

it('a key is overridden by the variable of its path', () => {
  expect(variableOf('dialing.abandon_cap')).toBe('FLOOR_DIALING_ABANDON_CAP')
  expect(variableOf('trunks[0].caller_ids[1].number')).toBe('FLOOR_TRUNKS_0_CALLER_IDS_1_NUMBER')
})
