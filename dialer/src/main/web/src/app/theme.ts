import { computed, ref } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'callfloor.theme'
const system = matchMedia('(prefers-color-scheme: dark)')
const systemDark = ref(system.matches)
const chosen = ref<Theme>(remembered())

function remembered(): Theme {
  const kept = localStorage.getItem(KEY)
  return THEMES.find((one) => one === kept) ?? 'system'
}

const dark = computed(() => (chosen.value === 'system' ? systemDark.value : chosen.value === 'dark'))

/** Element Plus reads the class, our own styles too. */
function apply(): void {
  document.documentElement.classList.toggle('dark', dark.value)
  document.documentElement.style.colorScheme = dark.value ? 'dark' : 'light'
}

/** Light or dark as the system says, until somebody chooses. */
export function startTheme(): void {
  system.addEventListener('change', () => {
    systemDark.value = system.matches
    apply()
  })
  apply()
}

export function useTheme() {
  return {
    theme: computed(() => chosen.value),
    dark,
    choose(theme: Theme): void {
      chosen.value = theme
      localStorage.setItem(KEY, theme)
      apply()
    },
  }
}
