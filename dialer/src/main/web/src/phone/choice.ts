import type { HeadsetKind } from './useBrowserPhone'

/** Which headset somebody chose last in this browser; null: nobody has been asked yet. */
export function rememberedHeadset(login: string): HeadsetKind | null {
  const found = localStorage.getItem(key(login))
  return found === 'browser' || found === 'phone' ? found : null
}

export function rememberHeadset(login: string, kind: HeadsetKind): void {
  localStorage.setItem(key(login), kind)
}

/** Of this tab only, and for as long as it has the phone: a reload keeps it, so that the page takes its phone back. */
const HERE = 'callfloor.phone_here'

export function phoneWasHere(): boolean {
  return sessionStorage.getItem(HERE) !== null
}

export function notePhoneHere(here: boolean): void {
  if (here) {
    sessionStorage.setItem(HERE, '1')
  } else {
    sessionStorage.removeItem(HERE)
  }
}

function key(login: string): string {
  return `callfloor.headset.${login}`
}
