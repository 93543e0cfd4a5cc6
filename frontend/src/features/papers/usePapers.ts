import { useQuery } from '@tanstack/vue-query'
import { listCasePapers } from './api/listCasePapers'
import { listPapersToSign } from './api/listPapersToSign'

export const useCasePapers = (caseId: () => string) =>
  useQuery({ queryKey: ['papers', 'case', caseId], queryFn: () => listCasePapers(caseId()) })

export const usePapersToSign = (wanted: () => boolean = () => true) =>
  useQuery({ queryKey: ['papers', 'to-sign'], queryFn: listPapersToSign, enabled: wanted })
