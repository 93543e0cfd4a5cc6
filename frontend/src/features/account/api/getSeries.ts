import { api, ok } from '@/api/client'

export const getSeries = (id: string) => ok(api.GET('/api/v1/cases/{id}/account/series', { params: { path: { id } } }))
