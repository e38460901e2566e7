import { computed, onMounted, shallowRef } from 'vue'
import type { DispositionCard } from '../api/desk'
import type { Page } from '../api/types'
import { useConsole } from '../app/console'
import { useTexts } from '../app/useTexts'
import { buttons } from './dispositions'

/** What an agent may say of a call: the built-in dispositions at once, the floor's own as soon as the server has told them. */
export function useDispositions() {
  const { api } = useConsole()
  const { t, language } = useTexts()
  const own = shallowRef<readonly DispositionCard[]>([])

  onMounted(async () => {
    const found = await api.get<Page<DispositionCard>>('/dispositions')
    if (found.ok) {
      own.value = found.value.items.filter((card) => card.name_en !== null)
    }
  })
  return computed(() => buttons(own.value, language.value, (code) => t(`disposition.${code}`)))
}
