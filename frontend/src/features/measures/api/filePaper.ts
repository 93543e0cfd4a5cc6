import { api, ok } from '@/api/client'
import type { Asset, Measure, PaperBody } from '@/api/types'

/** Puts the paper to an act that was done without it. */
export const filePaper = (on: Asset, of: Measure, no: number, body: PaperBody) =>
  ok(
    api.PUT('/api/v1/cases/{id}/assets/{assetId}/measures/{measureId}/acts/{no}/paper', {
      params: { path: { id: on.caseId, assetId: on.id, measureId: of.id, no } },
      body,
    }),
  )
