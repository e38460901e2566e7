/** Sign-ins as people write them: between commas of either kind, semicolons or blanks. */
export function loginsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/).filter((one) => one !== ''))]
}
