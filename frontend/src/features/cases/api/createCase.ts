import { api, idempotencyKey, ok } from '@/api/client'
import type { CaseBody } from '@/api/types'

export const createCase = (body: CaseBody) =>
  ok(api.POST('/api/v1/cases', { params: { header: idempotencyKey() }, body }))
