import type { Answer, AnswerCode, Note, ReviewVersion } from '../api/quality'

/** What a reviewer writes, as the page holds it. */
export interface Draft {
  answers: Map<string, Answer>
  notes: Note[]
  summary: string
}

export function draftOf(version: ReviewVersion | undefined): Draft {
  return {
    answers: new Map(version?.answers.map((answer) => [answer.item, { ...answer }])),
    notes: version?.notes.map((note) => ({ ...note })) ?? [],
    summary: version?.summary ?? '',
  }
}

/** What the server is sent: an empty note or comment is none. */
export function bodyOf(draft: Draft) {
  return {
    answers: [...draft.answers.values()].map((one) => ({
      item: one.item,
      answer: one.answer,
      ...(one.points === null ? {} : { points: one.points }),
      ...(one.comment?.trim() ? { comment: one.comment.trim() } : {}),
    })),
    notes: draft.notes
      .filter((note) => note.text.trim() !== '')
      .map((note) => ({ at_ms: note.at_ms, text: note.text.trim(), for_agent: note.for_agent })),
    ...(draft.summary.trim() === '' ? {} : { summary: draft.summary.trim() }),
  }
}

/** Answers an item; its comment stays. */
export function answer(draft: Draft, item: string, said: AnswerCode, points: number | null = null): void {
  draft.answers.set(item, { item, answer: said, points, comment: draft.answers.get(item)?.comment ?? null })
}

/** Pins a note to a moment of the call, in the order of time, and returns its place in the list. */
export function pin(draft: Draft, atMs: number): number {
  const at = Math.max(0, Math.round(atMs))
  const place = draft.notes.findIndex((note) => note.at_ms > at)
  const index = place === -1 ? draft.notes.length : place
  draft.notes.splice(index, 0, { at_ms: at, text: '', for_agent: true })
  return index
}
