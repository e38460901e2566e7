import type { HeadsetKind } from './useBrowserPhone'

/** Which headset somebody chose last in this browser; null: nobody has been asked yet. */
export function rememberedHeadset(login: string): HeadsetKind | null {
  const found = localStorage.getItem(key(login))
  return found === 'browser' || found === 'phone' ? found : null
}

export function rememberHeadset(login: string, kind: HeadsetKind): void {
  localStorage.setItem(key(login), kind)
}

function key(login: string): string {
  return `callfloor.headset.${login}`
}
