import { api, ok } from '@/api/client'

export const listCasePanels = (id: string) => ok(api.GET('/api/v1/cases/{id}/panels', { params: { path: { id } } }))
