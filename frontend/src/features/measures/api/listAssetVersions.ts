import { api, ok } from '@/api/client'
import type { Asset } from '@/api/types'

export const listAssetVersions = (of: Asset) =>
  ok(
    api.GET('/api/v1/cases/{id}/assets/{assetId}/versions', {
      params: { path: { id: of.caseId, assetId: of.id } },
    }),
  )
