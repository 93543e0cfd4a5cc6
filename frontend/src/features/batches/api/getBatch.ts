import { api, ok } from '@/api/client'

export const getBatch = (id: string) => ok(api.GET('/api/v1/payment-batches/{id}', { params: { path: { id } } }))
