import { api, ok } from '@/api/client'

export const getYear = (year: number) => ok(api.GET('/api/v1/calendars/{year}', { params: { path: { year } } }))
