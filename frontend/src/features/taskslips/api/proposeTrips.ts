import { api, ok } from '@/api/client'

export const proposeTrips = (on: string) => ok(api.GET('/api/v1/trips/proposal', { params: { query: { on } } }))
