/** Whether what somebody looks for may be a telephone number: seven digits or more, and nothing that a number has not. */
export function isNumber(text: string): boolean {
  return /^\+?[\d\s()/.-]+$/.test(text) && text.replace(/\D/g, '').length >= 7
}
