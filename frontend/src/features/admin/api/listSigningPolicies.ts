import { api, ok } from '@/api/client'

export const listSigningPolicies = () => ok(api.GET('/api/v1/signing-policies', {}))
