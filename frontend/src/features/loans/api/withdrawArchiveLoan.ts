import { api, ifMatch, ok } from '@/api/client'
import type { ArchiveLoan } from '@/api/types'

export const withdrawArchiveLoan = (of: ArchiveLoan) =>
  ok(
    api.POST('/api/v1/archive-loans/{id}/withdrawal', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
    }),
  )
