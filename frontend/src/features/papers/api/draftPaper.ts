import { api, ok } from '@/api/client'
import type { NewPaper } from '@/api/types'

/** The key is the form's: sent again after a broken line, there is one draft. */
export const draftPaper = (caseId: string, body: NewPaper, key: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/papers', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
