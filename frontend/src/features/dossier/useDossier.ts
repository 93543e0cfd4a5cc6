import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { getDossier } from './api/getDossier'

/** A page of a case's volume, in the order of the catalogue's codes. */
export const useDossier = (caseId: () => string, view: () => { category?: string; cursor?: string }) =>
  useQuery({
    queryKey: ['dossier', caseId, view],
    queryFn: () => getDossier(caseId(), { ...view(), limit: 50 }),
    placeholderData: keepPreviousData,
    // Pages of what was just filed may still be being counted.
    refetchInterval: (query) => (query.state.data?.pages === null ? 3000 : false),
  })
