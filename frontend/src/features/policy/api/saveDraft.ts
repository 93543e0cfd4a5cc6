import { api, ifMatch, ok } from '@/api/client'
import type { PolicyKind } from '../kinds'

export const saveDraft = (kind: PolicyKind, version: number, document: unknown, note: string) =>
  ok(
    api.PUT('/api/v1/policy-drafts/{kind}', {
      params: { path: { kind }, header: ifMatch(version) },
      body: { document, note },
    }),
  )
