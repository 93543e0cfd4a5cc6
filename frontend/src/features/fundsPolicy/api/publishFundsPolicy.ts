import { api, idempotencyKey, ok } from '@/api/client'
import type { FundsPolicyBody } from '@/api/types'

export const publishFundsPolicy = (body: FundsPolicyBody) =>
  ok(api.POST('/api/v1/funds-policies', { params: { header: idempotencyKey() }, body }))
