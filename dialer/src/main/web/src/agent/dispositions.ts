/** Disposition codes in the order of the buttons, each with the place and the face of its key. */
export const DISPOSITIONS = [
  { code: 'promise_to_pay', key: 'Digit1', face: '1' },
  { code: 'claims_paid', key: 'Digit2', face: '2' },
  { code: 'call_back', key: 'Digit3', face: '3' },
  { code: 'refuses', key: 'Digit4', face: '4' },
  { code: 'disputes', key: 'Digit5', face: '5' },
  { code: 'hardship', key: 'Digit6', face: '6' },
  { code: 'wrong_party', key: 'Digit7', face: '7' },
  { code: 'third_party', key: 'Digit8', face: '8' },
  { code: 'deceased', key: 'Digit9', face: '9' },
  { code: 'voicemail', key: 'Digit0', face: '0' },
  { code: 'language_barrier', key: 'KeyQ', face: 'Q' },
  { code: 'complaint', key: 'KeyW', face: 'W' },
  { code: 'no_conversation', key: 'KeyE', face: 'E' },
] as const

export type DispositionCode = (typeof DISPOSITIONS)[number]['code']

export const BREAK_REASONS = ['lunch', 'rest', 'training', 'other'] as const
