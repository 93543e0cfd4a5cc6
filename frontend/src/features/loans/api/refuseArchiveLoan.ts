import { api, ifMatch, ok } from '@/api/client'
import type { ArchiveLoan } from '@/api/types'

export const refuseArchiveLoan = (of: ArchiveLoan, reason: string) =>
  ok(
    api.POST('/api/v1/archive-loans/{id}/refusal', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body: { reason },
    }),
  )
