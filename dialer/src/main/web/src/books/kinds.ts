export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The content type that the server wants for a file of this name. */
export function tableType(name: string): string {
  return name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv'
}
