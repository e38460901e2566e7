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
