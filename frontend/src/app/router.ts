import { createRouter, createWebHistory } from 'vue-router'
import { i18n } from '@/locales'

const page = {
  inbox: () => import('./pages/InboxPage.vue'),
  missing: () => import('./pages/MissingPage.vue'),
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/inbox', name: 'inbox', component: page.inbox },
    { path: '/:rest(.*)*', name: 'missing', component: page.missing },
  ],
  // A new place starts at the top; a filter changed in the URL must not move the reader.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

router.afterEach((to) => {
  const place = String(to.meta.place ?? to.name)
  document.title = `${i18n.global.t(`nav.${place}`)} · ${i18n.global.t('app.name')}`
})
