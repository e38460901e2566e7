import type { NamedFile } from '../api/client'

/** Has the browser keep a file, as if it had been a link. */
export function saveFile(file: NamedFile, fallback: string): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(file.blob)
  link.href = address
  link.download = file.name ?? fallback
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
