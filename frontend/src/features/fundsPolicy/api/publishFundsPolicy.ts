import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { FundsPolicyBody } from '@/api/types'

export const publishFundsPolicy = (body: FundsPolicyBody) =>
  once(['publishFundsPolicy', body], (key) => ok(api.POST('/api/v1/funds-policies', { params: { header: key }, body })))
