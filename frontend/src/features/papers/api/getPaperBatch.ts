import { api, ok } from '@/api/client'

export const getPaperBatch = (id: string) => ok(api.GET('/api/v1/paper-batches/{id}', { params: { path: { id } } }))
