import { api, ok } from '@/api/client'

export const getImport = (id: string) => ok(api.GET('/api/v1/imports/{id}', { params: { path: { id } } }))
