/** What is looked for, as it is written; empty: not asked. Days are the browser's calendar days. */
export interface Wanted {
  case: string
  debtor: string
  agent: string
  campaign: string
  disposition: string
  secondsFrom: string | number
  secondsTo: string | number
  from: string
  to: string
  scoreFrom: string | number
  scoreTo: string | number
  reviewed: string
  flaw: string
  phrase: string
}

function millis(seconds: string | number): string | undefined {
  return seconds === '' ? undefined : String(Math.round(Number(seconds) * 1000))
}

/** The first instant of a day here; of the day after, where the whole day belongs to the period. */
function instant(day: string, after: boolean): string | undefined {
  if (day === '') {
    return undefined
  }
  const at = new Date(`${day}T00:00:00`)
  at.setDate(at.getDate() + (after ? 1 : 0))
  return at.toISOString()
}

/** The question in the API's words. */
export function questionOf(wanted: Wanted): Record<string, string | undefined> {
  return {
    case: wanted.case.trim(),
    debtor: wanted.debtor.trim(),
    agent: wanted.agent,
    campaign: wanted.campaign,
    disposition: wanted.disposition,
    length_from_ms: millis(wanted.secondsFrom),
    length_to_ms: millis(wanted.secondsTo),
    from: instant(wanted.from, false),
    to: instant(wanted.to, true),
    score_from: String(wanted.scoreFrom),
    score_to: String(wanted.scoreTo),
    reviewed: wanted.reviewed,
    flaw: wanted.flaw,
    phrase: wanted.phrase,
  }
}
