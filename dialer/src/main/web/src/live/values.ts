/** What was typed into a field of a limit: a number, nothing, or, for the server to say what is wrong with it, the text. */
export function limitOf(text: string): number | string | null {
  const typed = text.trim()
  if (typed === '') {
    return null
  }
  const number = Number(typed)
  return Number.isFinite(number) ? number : typed
}

/** A percentage as a share; what is no number is left to the server. */
export function shareOf(text: string): number | string | null {
  const percent = limitOf(text.replace('%', '').replace(',', '.'))
  return typeof percent === 'number' ? Number((percent / 100).toFixed(6)) : percent
}
