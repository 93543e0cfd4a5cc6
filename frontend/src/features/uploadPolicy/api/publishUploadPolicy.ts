import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { UploadPolicyBody } from '@/api/types'

export const publishUploadPolicy = (body: UploadPolicyBody) =>
  once(['publishUploadPolicy', body], (key) =>
    ok(api.POST('/api/v1/upload-policies', { params: { header: key }, body })),
  )
