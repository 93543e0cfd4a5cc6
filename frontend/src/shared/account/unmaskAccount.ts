import { api, ok } from '@/api/client'

/** Each look is recorded with its reason; it is never answered from a store. */
export const unmaskAccount = (of: 'LINE' | 'PAYEE', id: string, reason: string) =>
  ok(api.POST('/api/v1/bank-accounts/unmasking', { body: { of, id, reason } }))
