import { api, ok } from '@/api/client'

export const listTriagePolicies = () => ok(api.GET('/api/v1/policies/triage', {}))
