import { createI18n } from 'vue-i18n'
import en from './en'
import { browserLanguage, rememberedLanguage } from './language'
import type { Messages } from './messages'
import zh from './zh-CN'

export function createTexts() {
  const language = rememberedLanguage() ?? browserLanguage(navigator.languages)
  return createI18n<[Messages], 'en' | 'zh-CN', false>({
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- until vue-i18n 12 the old API is the default
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    messages: { en, 'zh-CN': zh },
  })
}
