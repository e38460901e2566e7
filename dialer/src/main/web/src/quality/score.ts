import type { Answer, CardItem, Outcome, Scorecard } from '../api/quality'

export type Answers = ReadonlyMap<string, Answer>

/** Parts of a weight of one, so that points make no fraction; the server keeps twelve decimals instead. */
const PARTS = 2520

function reached(item: CardItem, answer: Answer): number {
  const whole = item.weight * PARTS
  if (answer.answer === 'points') {
    // 2520 is divided by every number from 1 to 10, and a scale has no more points.
    return item.most === null ? 0 : (whole / item.most) * (answer.points ?? 0)
  }
  return answer.answer === 'yes' ? whole : 0
}

/** Every item of the card, what fails a call last. */
export function itemsOf(card: Scorecard): readonly string[] {
  return [...card.sections.flatMap((section) => section.items), ...card.never].map((item) => item.id)
}

/** What must still be answered. */
export function unanswered(card: Scorecard, answers: Answers): readonly string[] {
  return itemsOf(card).filter((id) => !answers.has(id))
}

/**
 * What the answers so far make, by the rule of config/scorecards/README.md; null where nothing that applies is answered
 * yet. The server counts again when the review is submitted, and its result is the one that stands.
 */
export function scoreSoFar(card: Scorecard, answers: Answers): Outcome | null {
  const failedBy = card.never.map((item) => item.id).filter((id) => answers.get(id)?.answer === 'yes')
  if (failedBy.length > 0) {
    return { score: 0, passed: false, failed_by: failedBy }
  }
  let possible = 0
  let sum = 0
  for (const item of card.sections.flatMap((section) => section.items)) {
    const answer = answers.get(item.id)
    if (answer && answer.answer !== 'not_applicable') {
      possible += item.weight * PARTS
      sum += reached(item, answer)
    }
  }
  if (possible === 0) {
    return null
  }
  const score = Math.floor((sum * 20_000 + possible) / (2 * possible)) / 100
  return { score, passed: score >= card.pass_mark, failed_by: [] }
}
