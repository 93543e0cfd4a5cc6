import { api, ok } from '@/api/client'

export const listTrips = (on: string) => ok(api.GET('/api/v1/trips', { params: { query: { on } } }))
