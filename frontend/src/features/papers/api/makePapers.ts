import { api, ok } from '@/api/client'
import type { NewPaperBatch } from '@/api/types'

export const makePapers = (body: NewPaperBatch, key: string) =>
  ok(api.POST('/api/v1/paper-batches', { params: { header: { 'Idempotency-Key': key } }, body }))
