import { api, ifMatch, ok } from '@/api/client'
import type { Asset, Measure, PaperBody } from '@/api/types'

export const renewMeasure = (
  on: Asset,
  of: Measure,
  body: { endsOn: string; document: string; paper?: PaperBody | null },
) =>
  ok(
    api.POST('/api/v1/cases/{id}/assets/{assetId}/measures/{measureId}/renewal', {
      params: { path: { id: on.caseId, assetId: on.id, measureId: of.id }, header: ifMatch(of.version) },
      body,
    }),
  )
