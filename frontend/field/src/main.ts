import './field.css'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './locales'
import { drain, watchNet } from './net/outbox'
import { begin, renew } from './net/signIn'
import { recall, refresh } from './net/slips'
import { router } from './router'

await begin()
await recall()
createApp(App).use(i18n).use(router).mount('#app')

// What the phone has is on screen; now ask for what is new.
void renew().then(async (known) => {
  if (!known) return
  await refresh()
  await drain()
})
watchNet()
void navigator.storage?.persist?.()
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/field/sw.js', { scope: '/field/' })
