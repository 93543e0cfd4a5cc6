import { api, ok } from '@/api/client'

export const getInboxCount = () => ok(api.GET('/api/v1/inbox/count'))
