import { api, idempotencyKey, ok } from '@/api/client'
import type { TripBody } from '@/api/types'

export const makeTrip = (body: TripBody) =>
  ok(api.POST('/api/v1/trips', { params: { header: idempotencyKey() }, body }))
