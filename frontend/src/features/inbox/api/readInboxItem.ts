import { api, ok } from '@/api/client'

export const readInboxItem = (id: string) => ok(api.POST('/api/v1/inbox/{id}/read', { params: { path: { id } } }))
