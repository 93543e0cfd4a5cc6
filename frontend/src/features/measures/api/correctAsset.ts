import { api, ifMatch, ok } from '@/api/client'
import type { Asset, AssetBody } from '@/api/types'

/** A new version beside the one that was on the screen. */
export const correctAsset = (of: Asset, body: AssetBody) =>
  ok(
    api.POST('/api/v1/cases/{id}/assets/{assetId}/versions', {
      params: { path: { id: of.caseId, assetId: of.id }, header: ifMatch(of.version) },
      body,
    }),
  )
