const KEY = 'callfloor.page'

/** crypto.randomUUID() is there in secure contexts only; a console may be served without TLS. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(
    '',
  )
}

/**
 * The page's word for itself, the same after a reload. It is put away only while the page is not there, since a tab that is
 * duplicated gets a copy of everything that is.
 */
export function pageId(): string {
  const id = sessionStorage.getItem(KEY) ?? random()
  sessionStorage.removeItem(KEY)
  window.addEventListener('pagehide', () => {
    sessionStorage.setItem(KEY, id)
  })
  return id
}
