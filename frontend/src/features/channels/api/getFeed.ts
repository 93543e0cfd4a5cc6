import { api, ok } from '@/api/client'

export const getFeed = () => ok(api.GET('/api/v1/me/calendar-feed'))
