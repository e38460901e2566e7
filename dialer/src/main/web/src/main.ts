import { createApp, effectScope } from 'vue'
import App from './App.vue'
import { CONSOLE, createConsole } from './app/console'
import { createPages } from './app/router'
import { startTheme } from './app/theme'
import { createTexts } from './i18n'
import './styles/element'
import './styles/base.css'
import './styles/parts.css'

startTheme()

const router = createPages(() => parts.session)
const scope = effectScope(true)
const parts = scope.run(() =>
  createConsole(() => {
    void router.push({ path: '/sign-in', query: { to: router.currentRoute.value.path } })
  }),
) as ReturnType<typeof createConsole>

createApp(App).use(createTexts()).use(router).provide(CONSOLE, parts).mount('#app')
