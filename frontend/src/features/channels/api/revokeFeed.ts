import { api, ok } from '@/api/client'

export const revokeFeed = () => ok(api.DELETE('/api/v1/me/calendar-feed', {}))
