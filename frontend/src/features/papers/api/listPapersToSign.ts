import { api, ok } from '@/api/client'

export const listPapersToSign = () => ok(api.GET('/api/v1/papers', { params: { query: { limit: 200 } } }))
