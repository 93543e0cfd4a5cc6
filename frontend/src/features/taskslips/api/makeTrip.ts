import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { TripBody } from '@/api/types'

export const makeTrip = (body: TripBody) =>
  once(['makeTrip', body], (key) => ok(api.POST('/api/v1/trips', { params: { header: key }, body })))
