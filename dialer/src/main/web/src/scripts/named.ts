/**
 * A script's text with the names of its parts where it refers to one by its code, such as `third_party`, which no agent knows. A code of one
 * word is left alone: it may be a word of the text.
 */
export function named(text: string, parts: readonly string[], nameOf: (part: string) => string): string {
  return parts
    .filter((part) => part.includes('_'))
    .reduce((all, part) => all.replaceAll(new RegExp(`\\b${part}\\b`, 'g'), () => `“${nameOf(part)}”`), text)
}
