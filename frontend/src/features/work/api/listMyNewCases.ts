import { api, ok } from '@/api/client'

export const listMyNewCases = (handler: string, filedFrom: string) =>
  ok(
    api.GET('/api/v1/cases', {
      params: { query: { handler, filedFrom, status: 'OPEN', sort: '-filedOn', limit: 20 } },
    }),
  )
