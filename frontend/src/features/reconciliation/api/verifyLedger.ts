import { api, ok } from '@/api/client'

export const verifyLedger = () => ok(api.GET('/api/v1/ledger/verify', {}))
