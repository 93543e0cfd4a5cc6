import { api, ok } from '@/api/client'

export const listClosedMonths = () => ok(api.GET('/api/v1/ledger/months', {}))
