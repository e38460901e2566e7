import { inject, type InjectionKey } from 'vue'
import type { Api } from '../api/client'
import { createApi } from '../api/client'
import { createFeed, type Feed } from '../feed/useFeed'
import { type BrowserPhone, createBrowserPhone } from '../phone/useBrowserPhone'
import { createFloorClock, type FloorClock } from './clock'
import { hasFeed } from './pages'
import { createSession, type Session } from './session'

export interface Console {
  api: Api
  session: Session
  clock: FloorClock
  feed: Feed
  phone: BrowserPhone
}

export const CONSOLE: InjectionKey<Console> = Symbol('console')

/** Wires the console's parts; `onSignedOut` is told when there is no user any more. */
export function createConsole(onSignedOut: () => void): Console {
  const api = createApi(() => {
    session.lose()
  })
  const clock = createFloorClock()
  const feed = createFeed(clock.sync, () => {
    // A refused WebSocket looks like a broken line; only a request tells that the session is over.
    void session.check()
  })
  const phone = createBrowserPhone(api, () => session.user.value?.login ?? '')
  const session = createSession(api, (view) => {
    feed.stop()
    if (view === null) {
      phone.stop()
      onSignedOut()
      return
    }
    if (view.floor) {
      clock.sync(view.floor.clock, view.floor.simulated_clock)
    }
    if (hasFeed(view.user.role)) {
      feed.start()
    }
  })
  return { api, session, clock, feed, phone }
}

export function useConsole(): Console {
  const parts = inject(CONSOLE)
  if (!parts) {
    throw new Error('The console is not provided: call app.provide(CONSOLE, …) first.')
  }
  return parts
}
