import { api, ok } from '@/api/client'
import type { ExpiryQuery } from '@/api/types'

export const listExpiries = (query: ExpiryQuery) => ok(api.GET('/api/v1/expiring-measures', { params: { query } }))
