import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { SuspensionAsk } from '@/api/types'
import { previewSuspension } from './api/previewSuspension'

/** What the wish would do, once it can be asked. The note has no say in it, so typing does not ask again. */
export const useSuspensionPreview = (caseId: () => string, wish: () => Partial<SuspensionAsk>, ready: () => boolean) =>
  useQuery({
    queryKey: ['suspensions', 'preview', caseId, () => wish().reason, () => wish().from, () => wish().resume],
    queryFn: () => previewSuspension(caseId(), { ...(wish() as SuspensionAsk), note: '' }),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
