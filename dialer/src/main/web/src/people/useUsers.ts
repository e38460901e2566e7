import type { PlacedUser, Team } from '../api/staff'
import type { Page } from '../api/types'
import { useConsole } from '../app/console'
import { useAsk } from '../app/useAsk'
import { useLoad } from '../app/useLoad'
import { useTexts } from '../app/useTexts'

/** Everybody and their teams, and what an administrator does about them besides the forms. */
export function useUsers() {
  const { api } = useConsole()
  const { t, complain } = useTexts()
  const { sure, done } = useAsk()
  const users = useLoad(() => api.get<Page<PlacedUser>>('/users'))
  const teams = useLoad(() => api.get<Page<Team>>('/teams'))

  async function load(): Promise<void> {
    await Promise.all([users.load(), teams.load()])
  }

  return {
    users,
    teams,
    load,

    async setDisabled(user: PlacedUser, disabled: boolean): Promise<void> {
      const name = user.name
      const asked = t(disabled ? 'people.shut_out_ask' : 'people.let_in_ask', { name })
      const title = t(disabled ? 'people.shut_out' : 'people.let_in')
      if (!(await sure(title, asked, title))) {
        return
      }
      const { role, extension } = user
      const result = await api.put(`/users/${user.id}`, { name, role, extension, disabled })
      if (result.ok) {
        done(t(disabled ? 'people.is_out' : 'people.is_in', { name }))
        await load()
      } else {
        complain(result.problem)
      }
    },

    async signOutEverywhere(user: PlacedUser): Promise<void> {
      const title = t('people.sign_out')
      if (!(await sure(title, t('people.sign_out_ask', { name: user.name }), title))) {
        return
      }
      const result = await api.remove(`/users/${user.id}/sessions`)
      if (result.ok) {
        done(t('people.signed_out', { name: user.name }))
      } else {
        complain(result.problem)
      }
    },
  }
}
