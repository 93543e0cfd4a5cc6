import { api, ok } from '@/api/client'

export const getStatement = (id: string) => ok(api.GET('/api/v1/statements/{id}', { params: { path: { id } } }))
