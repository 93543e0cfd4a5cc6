import { api, idempotencyKey, ok } from '@/api/client'
import type { DelegationBody } from '@/api/types'

export const receiveDelegation = (body: DelegationBody) =>
  ok(api.POST('/api/v1/delegations', { params: { header: idempotencyKey() }, body }))
