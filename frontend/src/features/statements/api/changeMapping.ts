import { api, ifMatch, ok } from '@/api/client'
import type { StatementMapping, StatementMappingBody } from '@/api/types'

export const changeMapping = (of: StatementMapping, body: StatementMappingBody) =>
  ok(
    api.PUT('/api/v1/statement-mappings/{id}', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body,
    }),
  )
