import { useQuery } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { listPaperKinds } from './listPaperKinds'

/** Kinds of papers, and their names in the reader's language. */
export function usePaperKinds(wanted: () => boolean = () => true) {
  const { locale } = useI18n()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['paper-kinds'],
    queryFn: listPaperKinds,
    enabled: wanted,
  })
  const kind = (code: string) => data.value?.find((k) => k.code === code)
  const name = (code: string) => (locale.value === 'en' ? kind(code)?.en : kind(code)?.zh) ?? code
  return { kinds: data, kind, name, error, isPending, refetch }
}
