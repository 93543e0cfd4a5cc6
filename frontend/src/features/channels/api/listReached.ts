import { api, ok } from '@/api/client'

export const listReached = () => ok(api.GET('/api/v1/channels/people'))
