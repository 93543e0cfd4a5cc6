import { api, ok } from '@/api/client'

export const reassignCases = (
  key: string,
  wish: { caseIds: string[]; judgeId: string; executorId: string; reason: string },
) => ok(api.POST('/api/v1/cases/reassignments', { params: { header: { 'Idempotency-Key': key } }, body: wish }))
