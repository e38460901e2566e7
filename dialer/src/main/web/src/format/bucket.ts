/**
 * The bucket's name as collections floors say it: M1 is 1 to 30 days overdue. The lender's own count of periods wins
 * over the days. Null when the case file gave neither.
 */
export function bucket(periods: number | null | undefined, days: number | null | undefined): string | null {
  if (periods != null) {
    return `M${periods}`
  }
  return days == null ? null : `M${Math.max(0, Math.ceil(days / 30))}`
}

/**
 * Whole days since a due date such as `2026-01-15`, on the agent's calendar; negative before it. A file's own count of days is as old as
 * the file, and scripts count as this does.
 */
export function daysOverdue(dueDate: string, now: number): number {
  const today = new Date(now)
  const due = Date.parse(`${dueDate}T00:00:00Z`)
  return Math.round((Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()) - due) / 86_400_000)
}
