import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { DelegationBody } from '@/api/types'

export const receiveDelegation = (body: DelegationBody) =>
  once(['receiveDelegation', body], (key) => ok(api.POST('/api/v1/delegations', { params: { header: key }, body })))
