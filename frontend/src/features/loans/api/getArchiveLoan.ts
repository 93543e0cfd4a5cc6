import { api, ok } from '@/api/client'

export const getArchiveLoan = (id: string) => ok(api.GET('/api/v1/archive-loans/{id}', { params: { path: { id } } }))
