import { api, ok } from '@/api/client'
import type { Asset, MeasureBody } from '@/api/types'

/** The key is the form's: sent again after a broken line, it stands in the queue once. */
export const takeMeasure = (on: Asset, body: MeasureBody, key: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/assets/{assetId}/measures', {
      params: { path: { id: on.caseId, assetId: on.id }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
