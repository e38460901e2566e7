import type { TimelineEntry } from '../api/casework'
import type { CodeKind } from '../app/useTexts'

/** What an entry's code means depends on its kind. */
const MEANS: Record<string, CodeKind> = {
  attempt: 'outcome',
  conversation: 'outcome',
  disposition: 'disposition',
  skip: 'skip',
  fact: 'why.kind',
  fact_withdrawn: 'why.kind',
  promise: 'case.promise',
  task: 'task.kind',
  task_done: 'task.kind',
  task_cancelled: 'task.kind',
  payment: 'payment.kind',
  message: 'message.state',
  hold_ended: 'talk.hold_end',
  transferred: 'talk.kind',
  not_transferred: 'talk.kind',
  conference: 'talk.third',
  conference_ended: 'talk.conference_end',
}

export function entryWords(entry: TimelineEntry, code: (kind: CodeKind, value: string) => string): string {
  const kind = MEANS[entry.kind]
  return entry.code === null ? '' : kind === undefined ? entry.code : code(kind, entry.code)
}
