import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { CaseBody } from '@/api/types'

export const createCase = (body: CaseBody) =>
  once(['createCase', body], (key) => ok(api.POST('/api/v1/cases', { params: { header: key }, body })))
