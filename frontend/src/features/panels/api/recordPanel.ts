import { api, ok } from '@/api/client'
import type { NewPanel } from '@/api/types'

/** The key is the form's: sent again after a broken line, there is one panel. */
export const recordPanel = (caseId: string, body: NewPanel, key: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/panels', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
