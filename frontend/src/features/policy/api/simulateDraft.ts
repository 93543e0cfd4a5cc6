import { api, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const simulateDraft = (kind: PolicyKind) =>
  ok(api.POST('/api/v1/policy-drafts/{kind}/simulation', { params: { path: { kind } } }))
