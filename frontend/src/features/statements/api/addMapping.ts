import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { StatementMappingBody } from '@/api/types'

export const addMapping = (body: StatementMappingBody) =>
  once(['addMapping', body], (key) => ok(api.POST('/api/v1/statement-mappings', { params: { header: key }, body })))
