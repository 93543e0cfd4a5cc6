import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { PolicyKind } from '../kinds'

export const publishDraft = (
  kind: PolicyKind,
  version: number,
  wish: { effectiveFrom: string | null; reason: string },
) =>
  once(['publishDraft', kind, version, wish], (key) =>
    ok(
      api.POST('/api/v1/policy-drafts/{kind}/publication', {
        params: { path: { kind }, header: { ...ifMatch(version), ...key } },
        body: wish,
      }),
    ),
  )
