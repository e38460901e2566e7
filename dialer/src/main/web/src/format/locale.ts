/**
 * The locale for dates, times and numbers: the browser's own regional one where it speaks the chosen language, so that
 * a British browser does not get American dates; else the language's.
 */
export function formatLocale(language: string, browser: readonly string[]): string {
  const base = language.split('-')[0]
  return browser.find((candidate) => candidate.split('-')[0] === base) ?? language
}
