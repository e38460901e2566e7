import { computed, ref, shallowRef } from 'vue'
import { unsaved } from '../agent/unsaved'
import type { Api } from '../api/client'
import type { Problem } from '../api/problem'
import type { SessionView, User } from '../api/types'

/** Who is signed in. `onChange` is told after every sign-in and sign-out, whoever caused it. */
export function createSession(api: Api, onChange: (view: SessionView | null) => void) {
  const user = shallowRef<User | null>(null)
  const ended = ref(false)
  let asked: Promise<void> | undefined

  function enter(view: SessionView | null): void {
    user.value = view?.user ?? null
    onChange(view)
  }

  return {
    user: computed(() => user.value),
    /** Whether a session ended by itself, so that the sign-in page can say so. */
    ended: computed(() => ended.value),

    /** Asks once, at the first page, whether the cookie still holds a session. */
    load(): Promise<void> {
      asked ??= api.get<SessionView>('/session').then((result) => {
        if (result.ok) {
          enter(result.value)
        } else if (result.problem.status !== 401) {
          // The server could not say: ask again at the next page.
          asked = undefined
        }
      })
      return asked
    },

    async signIn(login: string, password: string): Promise<Problem | null> {
      const result = await api.post('/session', { login, password })
      if (!result.ok) {
        return result.problem
      }
      const view = await api.get<SessionView>('/session')
      if (!view.ok) {
        return view.problem
      }
      ended.value = false
      enter(view.value)
      return null
    },

    /** Where the browser has to go to end the sign-in provider's session too, if the person came by one. */
    async signOut(): Promise<string | null> {
      const result = await api.remove<{ next: string } | undefined>('/session')
      unsaved.drop()
      enter(null)
      return result.ok ? (result.value?.next ?? null) : null
    },

    /** The server forgot the session. */
    lose(): void {
      if (user.value !== null) {
        ended.value = true
        enter(null)
      }
    },

    /** Asks the server whether the session still lives; a 401 leads to {@link lose}. */
    async check(): Promise<void> {
      await api.get('/session')
    },
  }
}

export type Session = ReturnType<typeof createSession>
