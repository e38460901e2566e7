/** Arrow keys move the focus between the focusable rows of a table. */
export function moveInRows(event: KeyboardEvent): void {
  const row = event.target instanceof HTMLTableRowElement ? event.target : null
  const step =
    event.key === 'ArrowDown'
      ? 'nextElementSibling'
      : event.key === 'ArrowUp'
        ? 'previousElementSibling'
        : null
  const next = step && row?.[step]
  if (next instanceof HTMLElement) {
    event.preventDefault()
    next.focus()
  }
}
