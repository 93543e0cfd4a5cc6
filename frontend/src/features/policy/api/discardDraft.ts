import { api, ifMatch, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const discardDraft = (kind: PolicyKind, version: number) =>
  ok(api.DELETE('/api/v1/policy-drafts/{kind}', { params: { path: { kind }, header: ifMatch(version) } }))
