import { describe, expect, it } from 'vitest'
import type { ScreenPop, Transfer, User } from '../api/types'
import { NOTHING_HEARD } from '../feed/reducer'
import { offerTo } from './offer'

const ZHOU = { id: '5', role: 'supervisor' } as User
const OFFER = { kind: 'warm', to_id: '5', stage: 'offered' } as Transfer
const heard = (transfer: Transfer | null, ended = false) => ({
  ...NOTHING_HEARD,
  ended,
  pop: { transfer } as ScreenPop,
})

describe('an offered call', () => {
  it('asks the supervisor whom it is offered to', () => {
    expect(offerTo(ZHOU, heard(OFFER))).toEqual(OFFER)
  })

  it('asks nobody else, and nobody any more once it is answered or over', () => {
    expect(offerTo({ ...ZHOU, id: '6' }, heard(OFFER))).toBeNull()
    expect(offerTo({ ...ZHOU, role: 'agent' }, heard(OFFER))).toBeNull()
    expect(offerTo(null, heard(OFFER))).toBeNull()
    expect(offerTo(ZHOU, heard({ ...OFFER, stage: 'consulting' }))).toBeNull()
    expect(offerTo(ZHOU, heard(OFFER, true))).toBeNull()
    expect(offerTo(ZHOU, heard(null))).toBeNull()
    expect(offerTo(ZHOU, NOTHING_HEARD)).toBeNull()
  })
})
