import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { StatementMapping, StatementMappingBody } from '@/api/types'

export const changeMapping = (of: StatementMapping, body: StatementMappingBody) =>
  once(['changeMapping', of.id, body], (key) =>
    ok(
      api.PUT('/api/v1/statement-mappings/{id}', {
        params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...key } },
        body,
      }),
    ),
  )
