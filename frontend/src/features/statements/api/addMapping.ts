import { api, idempotencyKey, ok } from '@/api/client'
import type { StatementMappingBody } from '@/api/types'

export const addMapping = (body: StatementMappingBody) =>
  ok(api.POST('/api/v1/statement-mappings', { params: { header: idempotencyKey() }, body }))
