import { expect, it } from 'vitest'
import { operations, outcomeOf } from './auditWords'

it('tells what was refused from what was wrong', () => {
  expect([200, 204, 403, 422, 503].map((status) => outcomeOf(status).code)).toEqual([
    'done',
    'done',
    'refused',
    'not_possible',
    'failed',
  ])
})

it('says that a request without a status is under way', () => {
  expect(outcomeOf(null).code).toBe('open')
})

it('knows operations by their codes', () => {
  expect(operations()).toContain('SIGN_IN')
})
