import { api, ok } from '@/api/client'
import type { AssetBody } from '@/api/types'

/** The key is the form's: sent again after a broken line, it is written down once. */
export const writeAsset = (caseId: string, body: AssetBody, key: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/assets', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
