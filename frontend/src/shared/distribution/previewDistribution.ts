import { api, ok } from '@/api/client'
import type { DistributionAsk } from '@/api/types'

export const previewDistribution = (body: DistributionAsk) => ok(api.POST('/api/v1/distributions/preview', { body }))
