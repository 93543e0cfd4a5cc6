import { readonly, ref } from 'vue'

export type Theme = 'auto' | 'light' | 'dark'
const KEY = 'zhixing.theme'
const system = globalThis.matchMedia?.('(prefers-color-scheme: dark)')

const chosen = ref<Theme>((localStorage.getItem(KEY) as Theme | null) ?? 'auto')
const dark = ref(false)

export const theme = readonly(chosen)
export const isDark = readonly(dark)

export function applyTheme() {
  dark.value = chosen.value === 'dark' || (chosen.value === 'auto' && (system?.matches ?? false))
  document.documentElement.classList.toggle('dark', dark.value)
}

export function chooseTheme(next: Theme) {
  chosen.value = next
  localStorage.setItem(KEY, next)
  applyTheme()
}

system?.addEventListener('change', applyTheme)
