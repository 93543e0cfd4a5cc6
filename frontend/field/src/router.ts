import { createRouter, createWebHistory } from 'vue-router'
import OutboxScreen from './screens/OutboxScreen.vue'
import SlipScreen from './screens/SlipScreen.vue'
import TodayScreen from './screens/TodayScreen.vue'

export const router = createRouter({
  history: createWebHistory('/field/'),
  routes: [
    { path: '/', name: 'today', component: TodayScreen },
    { path: '/slips/:id', name: 'slip', component: SlipScreen, props: true },
    { path: '/slips/:id/record', name: 'record', component: () => import('./screens/RecordScreen.vue'), props: true },
    { path: '/outbox', name: 'outbox', component: OutboxScreen },
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
