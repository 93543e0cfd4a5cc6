import { api, idempotencyKey, ok } from '@/api/client'
import type { UploadPolicyBody } from '@/api/types'

export const publishUploadPolicy = (body: UploadPolicyBody) =>
  ok(api.POST('/api/v1/upload-policies', { params: { header: idempotencyKey() }, body }))
