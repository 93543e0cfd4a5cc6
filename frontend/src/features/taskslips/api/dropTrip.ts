import { api, ifMatch, ok } from '@/api/client'
import type { Trip } from '@/api/types'

export const dropTrip = (trip: Trip) =>
  ok(api.DELETE('/api/v1/trips/{id}', { params: { path: { id: trip.id }, header: ifMatch(trip.version) } }))
