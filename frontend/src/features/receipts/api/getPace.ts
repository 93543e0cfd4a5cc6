import { api, ok } from '@/api/client'

export const getPace = () => ok(api.GET('/api/v1/receipts/pace', {}))
