import { api, ok } from '@/api/client'

export const listNodePolicies = () => ok(api.GET('/api/v1/policies/nodes', {}))
