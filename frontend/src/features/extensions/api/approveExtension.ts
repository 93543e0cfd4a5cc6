import { api, ok } from '@/api/client'
import type { Extension } from '@/api/types'

export const approveExtension = (of: Extension) =>
  ok(
    api.POST('/api/v1/extensions/{id}/approval', {
      params: { path: { id: of.id } },
    }),
  )
