import { api, ok } from '@/api/client'
import type { Team } from '@/api/types'

export const listPeople = (query: { team?: Team; role?: string }) =>
  ok(api.GET('/api/v1/people', { params: { query } }))
