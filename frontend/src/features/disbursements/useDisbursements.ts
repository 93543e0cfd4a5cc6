import { useQuery } from '@tanstack/vue-query'
import type { DisbursementQuery } from '@/api/types'
import { listDisbursements } from './api/listDisbursements'

/** More than any list on a screen is long. */
const MANY = 200

export const useDisbursements = (query: () => DisbursementQuery, wanted: () => boolean = () => true) =>
  useQuery({
    queryKey: ['disbursements', query],
    queryFn: () => listDisbursements({ limit: MANY, ...query() }),
    enabled: wanted,
  })
