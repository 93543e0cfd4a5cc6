import { useI18n } from 'vue-i18n'
import { dayWords } from './dates'

/** Dates for sentences, in the reader's language; nothing where there is none. */
export function useDay() {
  const { locale } = useI18n()
  return (date?: string | null) => (date ? dayWords(date, locale.value) : '')
}
