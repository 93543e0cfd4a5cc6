import { api, ok } from '@/api/client'

export const getAgeing = () => ok(api.GET('/api/v1/suspense/ageing', {}))
