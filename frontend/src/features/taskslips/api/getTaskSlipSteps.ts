import { api, ok } from '@/api/client'

export const getTaskSlipSteps = (id: string) =>
  ok(api.GET('/api/v1/task-slips/{id}/steps', { params: { path: { id } } }))
