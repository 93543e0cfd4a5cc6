import { api, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const getDraft = (kind: PolicyKind) =>
  ok(api.GET('/api/v1/policy-drafts/{kind}', { params: { path: { kind } } }))
