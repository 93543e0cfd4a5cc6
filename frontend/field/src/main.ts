import './field.css'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './locales'
import { drain, watchNet } from './net/outbox'
import { begin, renew } from './net/signIn'
import { refresh } from './net/slips'
import { router } from './router'

await begin()
createApp(App).use(i18n).use(router).mount('#app')

// What the phone has is on screen; now ask for what is new.
void renew().then(async (known) => {
  if (!known) return
  await refresh()
  await drain()
})
watchNet()
void navigator.storage?.persist?.()

/** What is needed now comes first; what is needed without a net is fetched after it. */
function keepForOffline() {
  void navigator.serviceWorker?.register('/field/sw.js', { scope: '/field/' })
}
if (import.meta.env.PROD) {
  if (document.readyState === 'complete') keepForOffline()
  else globalThis.addEventListener('load', keepForOffline, { once: true })
}
