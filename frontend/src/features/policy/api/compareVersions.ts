import { api, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const compareVersions = (kind: PolicyKind, from: number, to: number) =>
  ok(api.GET('/api/v1/policy-versions/{kind}/differences', { params: { path: { kind }, query: { from, to } } }))
