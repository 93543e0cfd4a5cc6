import { createI18n } from 'vue-i18n'
import en from './en'
import zh from './zh-CN'

// The office's own key: who chose a language there has chosen it here.
const stored = localStorage.getItem('zhixing.locale') === 'en' ? 'en' : 'zh-CN'

export const i18n = createI18n({
  legacy: false,
  locale: stored,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
})
document.documentElement.lang = stored

export function chooseLocale(locale: 'zh-CN' | 'en') {
  i18n.global.locale.value = locale
  localStorage.setItem('zhixing.locale', locale)
  document.documentElement.lang = locale
}
