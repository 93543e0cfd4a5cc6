import { useQuery } from '@tanstack/vue-query'
import { listCaseReferrals } from './api/listCaseReferrals'
import { listWaitingReferrals } from './api/listWaitingReferrals'

export const useCaseReferrals = (caseId: () => string) =>
  useQuery({ queryKey: ['referrals', 'case', caseId], queryFn: () => listCaseReferrals(caseId()) })

export const useWaitingReferrals = (wanted: () => boolean) =>
  useQuery({ queryKey: ['referrals', 'waiting'], queryFn: listWaitingReferrals, enabled: wanted })
