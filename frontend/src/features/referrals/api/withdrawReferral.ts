import { api, ok } from '@/api/client'
import type { Referral } from '@/api/types'

export const withdrawReferral = (of: Referral, reason: string) =>
  ok(api.POST('/api/v1/referrals/{id}/withdrawal', { params: { path: { id: of.id } }, body: { reason } }))
