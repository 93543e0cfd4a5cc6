import { api, ifMatch, ok } from '@/api/client'
import type { ArchiveLoan } from '@/api/types'

export const returnArchiveLoan = (of: ArchiveLoan) =>
  ok(
    api.POST('/api/v1/archive-loans/{id}/return', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
    }),
  )
