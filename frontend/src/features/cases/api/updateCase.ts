import { api, ifMatch, ok } from '@/api/client'
import type { CaseBody } from '@/api/types'

export const updateCase = (id: string, version: number, body: CaseBody) =>
  ok(api.PUT('/api/v1/cases/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
