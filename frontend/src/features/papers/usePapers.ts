import { useQuery } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { listCasePapers } from './api/listCasePapers'
import { listPaperKinds } from './api/listPaperKinds'
import { listPapersToSign } from './api/listPapersToSign'

export const useCasePapers = (caseId: () => string) =>
  useQuery({ queryKey: ['papers', 'case', caseId], queryFn: () => listCasePapers(caseId()) })

export const usePapersToSign = (wanted: () => boolean = () => true) =>
  useQuery({ queryKey: ['papers', 'to-sign'], queryFn: listPapersToSign, enabled: wanted })

/** Kinds of papers, and their names in the reader's language. */
export function usePaperKinds() {
  const { locale } = useI18n()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['paper-kinds'], queryFn: listPaperKinds })
  const kind = (code: string) => data.value?.find((k) => k.code === code)
  const name = (code: string) => (locale.value === 'en' ? kind(code)?.en : kind(code)?.zh) ?? code
  return { kinds: data, kind, name, error, isPending, refetch }
}
