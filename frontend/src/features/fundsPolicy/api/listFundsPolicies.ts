import { api, ok } from '@/api/client'

export const listFundsPolicies = () => ok(api.GET('/api/v1/funds-policies', {}))
