const HOUR_MS = 3_600_000
/** When people are asked to be called back; whether the rules permit it the server says. */
const HOURS = { first: 8, last: 20 }

export type Slot = 'hour' | 'two_hours' | 'evening' | 'morning' | 'afternoon'

/** Times that are asked for most, those that lie ahead and at hours for calls. */
export function slots(now: Date): { slot: Slot; at: Date }[] {
  const at = (daysLater: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, hour)
  const all: { slot: Slot; at: Date }[] = [
    { slot: 'hour', at: new Date(now.getTime() + HOUR_MS) },
    { slot: 'two_hours', at: new Date(now.getTime() + 2 * HOUR_MS) },
    { slot: 'evening', at: at(0, 19) },
    { slot: 'morning', at: at(1, 10) },
    { slot: 'afternoon', at: at(1, 15) },
  ]
  return all.filter(
    (one) =>
      one.at.getTime() > now.getTime() && one.at.getHours() >= HOURS.first && one.at.getHours() < HOURS.last,
  )
}

/** The call-back as the API takes it; without a time the case is due again as after any conversation. */
export function calledBack(at: string, sameAgent: boolean): Record<string, unknown> {
  return {
    ...(at === '' ? {} : { at: new Date(at).toISOString() }),
    ...(sameAgent ? {} : { same_agent: false }),
  }
}
