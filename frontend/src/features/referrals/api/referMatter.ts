import { api, ok } from '@/api/client'
import type { NewReferral } from '@/api/types'

/** The key is the form's: sent again after a broken line, there is one referral. */
export const referMatter = (caseId: string, body: NewReferral, key: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/referrals', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
