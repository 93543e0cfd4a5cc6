import { api, ok } from '@/api/client'
import type { InterestAsk } from '@/api/types'

export const previewInterest = (body: InterestAsk) => ok(api.POST('/api/v1/interest/preview', { body }))
