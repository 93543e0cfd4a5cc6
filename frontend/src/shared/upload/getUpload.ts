import { api, ok } from '@/api/client'

export const getUpload = (id: string) => ok(api.GET('/api/v1/uploads/{id}', { params: { path: { id } } }))
