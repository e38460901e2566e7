import { backoff } from './backoff'
import { type FeedMessage, parseMessage } from './messages'

export type LinkState = 'idle' | 'connecting' | 'open' | 'lost'

export interface FeedListener {
  message(message: FeedMessage): void
  /** `retryAt`: when the next try begins, in the browser's milliseconds; only with `lost`. */
  link(state: LinkState, retryAt?: number): void
}

export interface FeedConnection {
  start(): void
  stop(): void
  /** Tries at once instead of waiting for the next turn. */
  retryNow(): void
  /** Closes it and opens it anew. */
  reopen(): void
}

/**
 * Keeps one WebSocket open until it is stopped. The server repeats the whole state after each open.
 *
 * @param url asked for each time it is opened
 */
export function connectFeed(url: () => string, listener: FeedListener): FeedConnection {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function open(): void {
    clearTimeout(timer)
    drop()
    const opened = new WebSocket(url())
    socket = opened
    if (failures === 0) {
      listener.link('connecting')
    }
    opened.onopen = () => {
      failures = 0
      listener.link('open')
    }
    opened.onmessage = (event: MessageEvent<unknown>) => {
      const message = typeof event.data === 'string' ? parseMessage(event.data) : null
      if (message) {
        listener.message(message)
      }
    }
    opened.onclose = () => {
      retryLater()
    }
  }

  function retryLater(): void {
    failures += 1
    const wait = backoff(failures, Math.random())
    listener.link('lost', Date.now() + wait)
    timer = setTimeout(open, wait)
  }

  function drop(): void {
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
      socket = undefined
    }
  }

  function retryNow(): void {
    if (timer !== undefined && socket?.readyState !== WebSocket.OPEN) {
      open()
    }
  }

  return {
    start() {
      failures = 0
      window.addEventListener('online', retryNow)
      open()
    },
    stop() {
      window.removeEventListener('online', retryNow)
      clearTimeout(timer)
      timer = undefined
      drop()
      listener.link('idle')
    },
    retryNow,
    reopen: open,
  }
}
