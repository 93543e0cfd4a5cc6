import { api, ok } from '@/api/client'
import type { Extension } from '@/api/types'

export const refuseExtension = (of: Extension, reason: string) =>
  ok(
    api.POST('/api/v1/extensions/{id}/refusal', {
      params: { path: { id: of.id } },
      body: { reason },
    }),
  )
