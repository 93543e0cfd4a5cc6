import { api, ok } from '@/api/client'

export const getCase = (id: string) => ok(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }))
