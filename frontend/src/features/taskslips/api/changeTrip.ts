import { api, ifMatch, ok } from '@/api/client'
import type { Trip, TripBody } from '@/api/types'

export const changeTrip = (trip: Trip, body: TripBody) =>
  ok(api.PUT('/api/v1/trips/{id}', { params: { path: { id: trip.id }, header: ifMatch(trip.version) }, body }))
