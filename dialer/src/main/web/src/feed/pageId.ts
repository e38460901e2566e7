const KEY = 'callfloor.page'

/**
 * The page's word for itself, the same after a reload. It is put away only while the page is not there, since a tab that is
 * duplicated gets a copy of everything that is.
 */
export function pageId(): string {
  const id = sessionStorage.getItem(KEY) ?? crypto.randomUUID()
  sessionStorage.removeItem(KEY)
  window.addEventListener('pagehide', () => {
    sessionStorage.setItem(KEY, id)
  })
  return id
}
