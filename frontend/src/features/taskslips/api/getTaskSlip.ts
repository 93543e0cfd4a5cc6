import { api, ok } from '@/api/client'

export const getTaskSlip = (id: string) => ok(api.GET('/api/v1/task-slips/{id}', { params: { path: { id } } }))
