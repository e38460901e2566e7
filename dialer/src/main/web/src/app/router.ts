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
          { path: 'reviews', meta: { page: 'reviews' }, component: () => import('../pages/Reviews.vue') },
          { path: 'reviews/:id', meta: { page: 'reviews' }, component: () => import('../pages/Review.vue') },
          {
            path: 'my-reviews/:id?',
            meta: { page: 'my-reviews' },
            component: () => import('../pages/MyReviews.vue'),
          },
          { path: 'why', meta: { page: 'why' }, component: () => import('../pages/Why.vue') },
          { path: 'rules', meta: { page: 'rules' }, component: () => import('../pages/Rules.vue') },
          { path: 'cases/:id?', meta: { page: 'cases' }, component: () => import('../pages/Cases.vue') },
          { path: 'tasks', meta: { page: 'tasks' }, component: () => import('../pages/Tasks.vue') },
          { path: 'payments', meta: { page: 'payments' }, component: () => import('../pages/Payments.vue') },
          { path: 'imports', meta: { page: 'imports' }, component: () => import('../pages/Imports.vue') },
          { path: 'reports', meta: { page: 'reports' }, component: () => import('../pages/Reports.vue') },
          {
            path: 'strategies',
            meta: { page: 'strategies' },
            component: () => import('../pages/Strategies.vue'),
          },
          { path: 'lenders', meta: { page: 'lenders' }, component: () => import('../pages/Lenders.vue') },
          {
            path: 'calendars',
            meta: { page: 'calendars' },
            component: () => import('../pages/Calendars.vue'),
          },
          { path: 'scripts', meta: { page: 'scripts' }, component: () => import('../pages/Scripts.vue') },
          {
            path: 'templates',
            meta: { page: 'templates' },
            component: () => import('../pages/Templates.vue'),
          },
          {
            path: 'campaigns',
            meta: { page: 'campaigns' },
            component: () => import('../pages/Campaigns.vue'),
          },
          { path: 'trunks', meta: { page: 'trunks' }, component: () => import('../pages/Trunks.vue') },
          {
            path: 'do-not-call',
            meta: { page: 'do-not-call' },
            component: () => import('../pages/DoNotCall.vue'),
          },
          { path: 'webhooks', meta: { page: 'webhooks' }, component: () => import('../pages/Webhooks.vue') },
          { path: 'people', meta: { page: 'people' }, component: () => import('../pages/People.vue') },
          { path: 'tokens', meta: { page: 'tokens' }, component: () => import('../pages/Tokens.vue') },
          { path: 'audit', meta: { page: 'audit' }, component: () => import('../pages/Audit.vue') },
          { path: 'health', meta: { page: 'health' }, component: () => import('../pages/Health.vue') },
          {
            path: 'configuration',
            meta: { page: 'configuration' },
            component: () => import('../pages/Configuration.vue'),
          },
          { path: '', component: () => import('../pages/NoPages.vue') },
          { path: ':path(.*)*', name: 'nowhere', component: () => import('../pages/Nowhere.vue') },
        ],
      },
    ],
  })

  router.beforeEach(async (to, from) => {
    await session().load()
    const user = session().user.value
    if (user === null) {
      return to.path === '/sign-in'
        ? true
        : { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
    }
    const pages = pagesOf(user.role)
    const home = pages[0] === undefined ? '/' : `/${pages[0]}`
    if (to.path === '/' || to.path === '/sign-in') {
      return to.path === home ? true : home
    }
    if (to.name === 'nowhere' || (to.meta.page !== undefined && pages.includes(to.meta.page))) {
      return true
    }
    // Where somebody else was when their session ended is no concern of who signs in now.
    return from.path === '/sign-in'
      ? home
      : { name: 'nowhere', params: { path: to.path.slice(1).split('/') } }
  })
  return router
}
