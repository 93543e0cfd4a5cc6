import { api, ok } from '@/api/client'
import type { SuspensionAsk } from '@/api/types'

/** What such a suspension would do to the case's due dates; nothing is stored. */
export const previewSuspension = (caseId: string, body: SuspensionAsk) =>
  ok(api.POST('/api/v1/cases/{id}/suspensions/preview', { params: { path: { id: caseId } }, body }))
