import { api, ifMatch, ok } from '@/api/client'
import type { ArchiveLoan } from '@/api/types'

export const approveArchiveLoan = (of: ArchiveLoan) =>
  ok(
    api.POST('/api/v1/archive-loans/{id}/approval', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
    }),
  )
