import { api, ok } from '@/api/client'

/** Whoever is in the area already first, then whoever has least. */
export const listOfficers = (area?: string) => ok(api.GET('/api/v1/trips/officers', { params: { query: { area } } }))
