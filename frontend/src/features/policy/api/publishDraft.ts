import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const publishDraft = (
  kind: PolicyKind,
  version: number,
  wish: { effectiveFrom: string | null; reason: string },
) =>
  ok(
    api.POST('/api/v1/policy-drafts/{kind}/publication', {
      params: { path: { kind }, header: { ...ifMatch(version), ...idempotencyKey() } },
      body: wish,
    }),
  )
