import { api, ok } from '@/api/client'

export const listTaskSlipKinds = () => ok(api.GET('/api/v1/task-slips/kinds'))
