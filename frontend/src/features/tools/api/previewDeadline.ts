import { api, ok } from '@/api/client'
import type { DeadlineAsk } from '@/api/types'

export const previewDeadline = (ask: DeadlineAsk) => ok(api.POST('/api/v1/deadlines/preview', { body: ask }))
