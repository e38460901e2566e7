export const LANGUAGES = { 'zh-CN': '中文', en: 'English' } as const
export type Language = keyof typeof LANGUAGES

const KEY = 'callfloor.language'

/** The first of the browser's languages that the console speaks. */
export function browserLanguage(preferred: readonly string[]): Language {
  for (const candidate of preferred) {
    const base = candidate.toLowerCase().split('-')[0]
    if (base === 'zh') {
      return 'zh-CN'
    }
    if (base === 'en') {
      return 'en'
    }
  }
  return 'en'
}

export function rememberedLanguage(): Language | null {
  const stored = localStorage.getItem(KEY)
  return stored !== null && stored in LANGUAGES ? (stored as Language) : null
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
}
