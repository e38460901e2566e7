import type { UA } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'
import type { IncomingResponse } from 'jssip/lib/SIPMessage'
import type { IncomingRTCSessionEvent } from 'jssip/lib/UA'

export interface Account {
  extension: string
  secret: string
}

export interface LineEvents {
  registered(): void
  /** The PBX refuses the password: another page took the phone over with a new one. */
  refused(): void
  /** The PBX has no phone with this number. */
  unknown(): void
  disconnected(): void
  /** The PBX called and was answered; an agent's stays up for the shift. */
  up(session: RTCSession): void
  /** This call is over; a newer one may have taken its place. */
  down(session: RTCSession): void
}

/** The PBX knows phones by their number alone; a domain of nobody's tells no name of a machine. */
const DOMAIN = 'callfloor.invalid'
const REGISTRATION_SECONDS = 60

/**
 * Registers a phone with the PBX through the dialer and takes every call with this microphone. SIP and media are JsSIP's,
 * which is loaded only by those who have their headset in the browser.
 */
export async function openLine(account: Account, microphone: MediaStream, tell: LineEvents): Promise<UA> {
  const { default: JsSIP } = await import('jssip')
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const ua = new JsSIP.UA({
    sockets: [new JsSIP.WebSocketInterface(`${scheme}://${location.host}/api/phone`)],
    uri: `sip:${account.extension}@${DOMAIN}`,
    password: account.secret,
    register: true,
    register_expires: REGISTRATION_SECONDS,
    // The PBX asks for them itself.
    session_timers: false,
    user_agent: 'Callfloor',
    // A debtor may be waiting for the line.
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 4,
  })
  ua.on('registered', () => {
    tell.registered()
  })
  ua.on('registrationFailed', (event) => {
    // Null where the PBX did not answer at all, whatever the types say.
    const response = event.response as IncomingResponse | null
    if (response?.status_code === 401 || response?.status_code === 403) {
      tell.refused()
    } else if (response?.status_code === 404) {
      tell.unknown()
    }
  })
  ua.on('disconnected', () => {
    tell.disconnected()
  })
  ua.on('newRTCSession', ({ session }: IncomingRTCSessionEvent) => {
    session.on('accepted', () => {
      tell.up(session)
    })
    session.on('ended', () => {
      tell.down(session)
    })
    session.on('failed', () => {
      tell.down(session)
    })
    session.answer({ mediaStream: microphone, pcConfig: { iceServers: [] } })
  })
  ua.start()
  return ua
}
