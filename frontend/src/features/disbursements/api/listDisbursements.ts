import { api, ok } from '@/api/client'
import type { DisbursementQuery } from '@/api/types'

export const listDisbursements = (query: DisbursementQuery) =>
  ok(api.GET('/api/v1/disbursements', { params: { query } }))
