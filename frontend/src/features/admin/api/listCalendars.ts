import { api, ok } from '@/api/client'

export const listCalendars = () => ok(api.GET('/api/v1/calendars', {}))
