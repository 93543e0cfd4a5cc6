import { api, ifMatch, ok } from '@/api/client'
import type { Asset, Measure, PartReleaseBody } from '@/api/types'

export const releasePart = (on: Asset, of: Measure, body: PartReleaseBody) =>
  ok(
    api.POST('/api/v1/cases/{id}/assets/{assetId}/measures/{measureId}/part-release', {
      params: { path: { id: on.caseId, assetId: on.id, measureId: of.id }, header: ifMatch(of.version) },
      body,
    }),
  )
