import { computed, ref } from 'vue'
import type { Review } from '../api/quality'
import { useConsole } from '../app/console'
import { useAsk } from '../app/useAsk'
import { useLoad } from '../app/useLoad'
import { useTexts } from '../app/useTexts'
import { bodyOf } from './draft'
import { itemsOf, scoreSoFar, unanswered } from './score'
import { useDraft } from './useDraft'

/** How a review is looked at: read, written for the first time, corrected, or changed after an appeal. */
export type Task = 'read' | 'draft' | 'correct' | 'change'

/** One review and what whoever is signed in may do with it. The server decides again on every step. */
export function useReview(id: number) {
  const { api, session } = useConsole()
  const { t, complain } = useTexts()
  const { text, done } = useAsk()
  const path = `/quality/reviews/${id}`
  const found = useLoad(() => api.get<Review>(path))
  const review = found.value
  const task = ref<Task>('read')
  const shown = ref(0)
  const why = ref('')
  const busy = ref(false)
  const content = useDraft(
    () => task.value === 'draft',
    (body) => api.put<Review>(path, body),
  )

  const me = computed(() => Number(session.user.value?.id ?? -1))
  const reviews = computed(() => ['qa', 'supervisor'].includes(session.user.value?.role ?? ''))
  const wroteIt = computed(
    () =>
      review.value?.reviewer.id === me.value ||
      (review.value?.versions.some((version) => version.by.id === me.value) ?? false),
  )
  const appealed = computed(() => review.value?.state === 'appealed')
  const mayDecide = computed(() => reviews.value && appealed.value && !wroteIt.value)
  const mayCorrect = computed(
    () =>
      reviews.value &&
      review.value?.calibration === null &&
      ['submitted', 'acknowledged'].includes(review.value.state),
  )
  const card = computed(() => review.value?.scorecard ?? null)
  const version = computed(() => review.value?.versions.find((one) => one.version === shown.value))
  const writes = computed(() => task.value !== 'read')
  const answers = computed(() => content.draft.value.answers)
  const missing = computed(() => (card.value ? unanswered(card.value, answers.value) : []))
  const items = computed(() => (card.value ? itemsOf(card.value).length : 0))
  /** Of what is being written; otherwise what the server found. */
  const result = computed(() =>
    writes.value && card.value ? scoreSoFar(card.value, answers.value) : (version.value?.result ?? null),
  )

  /** Shows a review as it is now. */
  function show(now: Review): void {
    review.value = now
    const mine = now.state === 'draft' && now.reviewer.id === me.value && reviews.value
    const last = now.versions.at(-1)
    task.value = mine ? 'draft' : 'read'
    why.value = ''
    shown.value = last?.version ?? 0
    content.fill(last)
  }

  async function load(): Promise<void> {
    await found.load()
    if (review.value) {
      show(review.value)
    }
  }

  function look(number: number): void {
    shown.value = number
    content.fill(version.value)
  }

  /** Writes a new version: a correction, or what an appeal leads to. */
  function begin(kind: 'correct' | 'change'): void {
    look(review.value?.versions.at(-1)?.version ?? 0)
    task.value = kind
  }

  function cancel(): void {
    if (review.value) {
      show(review.value)
    }
  }

  async function step(part: string, body: unknown, said: (now: Review) => string): Promise<boolean> {
    busy.value = true
    const result = await api.post<Review>(`${path}/${part}`, body)
    busy.value = false
    if (!result.ok) {
      complain(result.problem)
      return false
    }
    show(result.value)
    done(said(result.value))
    return true
  }

  async function submit(): Promise<boolean> {
    if (!(await content.flush())) {
      return false
    }
    return step('submission', {}, (now) => t('review.submitted', { score: now.result?.score ?? '–' }))
  }

  async function uphold(): Promise<void> {
    const reason = await text(t('review.uphold'), t('review.uphold_ask'), t('review.why_missing'))
    if (reason !== null) {
      await step('decision', { verdict: 'upheld', why: reason }, () => t('review.decided'))
    }
  }

  async function finish(): Promise<void> {
    const body = { ...bodyOf(content.draft.value), why: why.value.trim() }
    await (task.value === 'correct'
      ? step('corrections', body, (now) => t('review.corrected', { version: now.version }))
      : step('decision', { ...body, verdict: 'changed' }, () => t('review.decided')))
  }

  return {
    ...content,
    review,
    refusal: found.problem,
    load,
    task,
    writes,
    why,
    busy,
    card,
    shown,
    look,
    missing,
    items,
    result,
    appealed,
    wroteIt,
    mayDecide,
    mayCorrect,
    mayTranscribe: reviews,
    explain: (text: string) => {
      why.value = text
    },
    begin,
    cancel,
    submit,
    uphold,
    finish,
  }
}

export type ReviewDesk = ReturnType<typeof useReview>
