import { createI18n } from 'vue-i18n'
import en from './en'
import zh from './zh-CN'

const KEY = 'zhixing.locale'
const stored = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN'

export const i18n = createI18n({
  legacy: false,
  locale: stored,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
})

export function chooseLocale(locale: string) {
  const next = locale === 'en' ? 'en' : 'zh-CN'
  i18n.global.locale.value = next
  localStorage.setItem(KEY, next)
  document.documentElement.lang = next
}

document.documentElement.lang = stored
