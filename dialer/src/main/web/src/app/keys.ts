import { onScopeDispose } from 'vue'

export type KeyMap = Record<string, () => void>

/** The key's place on the board (`Digit1`, `KeyQ`, `Shift+KeyH`): the same under every layout and input method. */
export function keyName(event: Pick<KeyboardEvent, 'code' | 'shiftKey'>): string {
  const code = event.code.replace(/^Numpad(\d)$/, 'Digit$1')
  return event.shiftKey ? `Shift+${code}` : code
}

const WRITES = 'input, textarea, select, [contenteditable], audio, [role="menu"], [role="dialog"]'

/** Whether a key is a shortcut and not part of writing, of a menu or of the browser's own shortcuts. */
export function isShortcut(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  const busy = event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey
  return !busy && !event.defaultPrevented && target?.closest(WRITES) == null
}

/** Page-wide shortcuts for as long as the calling component lives. */
export function useKeys(keys: () => KeyMap): void {
  function pressed(event: KeyboardEvent): void {
    const action = isShortcut(event) ? keys()[keyName(event)] : undefined
    if (action) {
      event.preventDefault()
      action()
    }
  }
  window.addEventListener('keydown', pressed)
  onScopeDispose(() => {
    window.removeEventListener('keydown', pressed)
  })
}
