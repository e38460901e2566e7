import { ElMessage } from 'element-plus'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldError, Problem } from '../api/problem'
import type { Finding } from '../api/types'
import { createFormatters } from '../format/formatters'
import { formatLocale } from '../format/locale'
import { because } from '../why/words'

export type CodeKind =
  | 'audit.operation'
  | 'case.entry'
  | 'quality.about'
  | 'quality.hit'
  | 'quality.reason'
  | 'quality.state'
  | 'quality.step'
  | 'case.promise'
  | 'case.state'
  | 'imports.kinds'
  | 'imports.state'
  | 'lender.kinds'
  | 'lender.units'
  | 'live.setting'
  | 'message.channels'
  | 'message.state'
  | 'mode'
  | 'number.line'
  | 'number.role'
  | 'payment.kind'
  | 'payment.rule'
  | 'payment.unmatched_because'
  | 'script.part'
  | 'script.recipient'
  | 'script.says'
  | 'skip'
  | 'setup.section'
  | 'stage'
  | 'talk.hold_end'
  | 'talk.conference_end'
  | 'talk.kind'
  | 'talk.third'
  | 'step'
  | 'strategy.when'
  | 'task.kind'
  | 'task.state'
  | 'webhook.state'
  | 'webhook.type'
  | 'disposition'
  | 'outcome'
  | 'reason'
  | 'region'
  | 'state'
  | 'call_state'
  | 'recordings.flaw'
  | 'recordings.state'
  | 'recordings.access'
  | 'role'
  | 'rules.severity'
  | 'rules.status'
  | 'rules.why'
  | 'why.day'
  | 'why.event'
  | 'why.kind'
  | 'why.period'
  | 'why.scope'

const PROBLEMS: Record<number, string> = {
  0: 'unreachable',
  403: 'forbidden',
  404: 'missing',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** Where the server knows more than we do, such as which right is missing. */
const SPEAKS_BETTER = new Set([403, 503])

/** Texts and formats in the chosen language. */
export function useTexts() {
  const { t, te, locale } = useI18n()
  const format = computed(() => createFormatters(formatLocale(locale.value, navigator.languages)))

  /** A code of the API in words; a code that this console does not know is shown as it is. */
  function code(kind: CodeKind, value: string | null | undefined): string {
    if (value == null) {
      return ''
    }
    const key = `${kind}.${value}`
    return te(key) ? t(key) : value
  }

  /** A state with its reason, such as `Break · Lunch`. */
  function stateOf(state: string, reason?: string | null): string {
    const away = state === 'break' && reason ? ` · ${code('reason', reason)}` : ''
    return code('state', state) + away
  }

  /** What the server says in both languages, or in English only. */
  function said(en: string, zh: string | null | undefined): string {
    return locale.value === 'en' ? en : (zh ?? en)
  }

  function fieldError(error: FieldError): string {
    return said(error.message, error.message_zh)
  }

  /** What went wrong, for people: our own words where we have them, and always what the server says to do. */
  function problem(found: Problem): string {
    const speaksBoth = SPEAKS_BETTER.has(found.status) && found.detail_zh !== undefined
    const own = speaksBoth ? undefined : PROBLEMS[found.status]
    if (found.rules) {
      return denial(found.rules)
    }
    const fields = found.errors?.map(fieldError) ?? []
    const detail = found.detail === undefined ? undefined : said(found.detail, found.detail_zh)
    const told = fields.length > 0 ? fields.join(' ') : detail
    const words = own === undefined ? told : t(`problem.${own}`)
    return words ?? t('problem.other', { status: found.status })
  }

  /** Why the rules forbid a call. */
  function denial(rules: readonly Finding[]): string {
    const spoke = rules.filter((rule) => rule.verdict === 'deny')
    const sentences = spoke.map((rule) => because(rule, locale.value))
    return t('preview.denied', { because: sentences.join(locale.value === 'en' ? '; ' : '；') })
  }

  function complain(found: Problem): void {
    ElMessage({ type: 'error', message: problem(found), duration: 6000, showClose: true, grouping: true })
  }

  return { t, format, language: locale, code, stateOf, said, fieldError, problem, denial, complain }
}
