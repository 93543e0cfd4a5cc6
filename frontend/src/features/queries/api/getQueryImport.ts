import { api, ok } from '@/api/client'

export const getQueryImport = (id: string) => ok(api.GET('/api/v1/query-imports/{id}', { params: { path: { id } } }))
