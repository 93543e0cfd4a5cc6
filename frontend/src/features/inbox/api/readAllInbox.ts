import { api, ok } from '@/api/client'

export const readAllInbox = () => ok(api.POST('/api/v1/inbox/read-all', {}))
