import { createRouter, createWebHistory } from 'vue-router'
import { type PageName, pagesOf } from './pages'
import type { Session } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page that the signed-in user's role must have. */
    page?: PageName
  }
}

export function createPages(session: () => Session) {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/sign-in', component: () => import('../pages/SignIn.vue') },
      {
        path: '/',
        component: () => import('../pages/Shell.vue'),
        children: [
          { path: 'agent', meta: { page: 'agent' }, component: () => import('../pages/Agent.vue') },
          { path: 'floor', meta: { page: 'floor' }, component: () => import('../pages/Floor.vue') },
          {
            path: 'recordings',
            meta: { page: 'recordings' },
            component: () => import('../pages/Recordings.vue'),
          },
          { path: 'why', meta: { page: 'why' }, component: () => import('../pages/Why.vue') },
          { path: 'rules', meta: { page: 'rules' }, component: () => import('../pages/Rules.vue') },
          { path: '', component: () => import('../pages/NoPages.vue') },
        ],
      },
      { path: '/:rest(.*)', redirect: '/' },
    ],
  })

  router.beforeEach(async (to) => {
    await session().load()
    const user = session().user.value
    if (user === null) {
      return to.path === '/sign-in'
        ? true
        : { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
    }
    const pages = pagesOf(user.role)
    const allowed = to.meta.page !== undefined && pages.includes(to.meta.page)
    const home = pages[0] === undefined ? '/' : `/${pages[0]}`
    return allowed || to.path === home ? true : home
  })
  return router
}
