import { api, ok } from '@/api/client'

export const getAccount = (id: string) => ok(api.GET('/api/v1/cases/{id}/account', { params: { path: { id } } }))
