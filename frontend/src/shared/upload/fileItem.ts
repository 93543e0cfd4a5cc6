import { api, ok } from '@/api/client'
import type { NewDossierItem } from '@/api/types'

/** Files a finished upload; the upload is the key, so that a repeated press cannot file it twice. */
export const fileItem = (caseId: string, body: NewDossierItem) =>
  ok(
    api.POST('/api/v1/cases/{id}/dossier/items', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': body.uploadId } },
      body,
    }),
  )
