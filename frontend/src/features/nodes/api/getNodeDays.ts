import { api, ok } from '@/api/client'

export const getNodeDays = (id: string) => ok(api.GET('/api/v1/nodes/{id}/days', { params: { path: { id } } }))
