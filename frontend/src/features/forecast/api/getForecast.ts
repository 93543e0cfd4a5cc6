import { api, ok } from '@/api/client'
import type { Team } from '@/api/types'

export const getForecast = (team?: Team) => ok(api.GET('/api/v1/forecast', { params: { query: { team } } }))
