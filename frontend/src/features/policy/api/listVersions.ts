import { api, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const listVersions = (kind: PolicyKind) =>
  ok(api.GET('/api/v1/policy-versions/{kind}', { params: { path: { kind } } }))
