import { api, ok } from '@/api/client'

export const listUploadPolicies = () => ok(api.GET('/api/v1/upload-policies', {}))
