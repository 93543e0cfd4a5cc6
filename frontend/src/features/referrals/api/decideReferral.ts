import { api, ok } from '@/api/client'
import type { Referral } from '@/api/types'

export const decideReferral = (of: Referral, approved: boolean, reason: string) =>
  ok(api.POST('/api/v1/referrals/{id}/decision', { params: { path: { id: of.id } }, body: { approved, reason } }))
