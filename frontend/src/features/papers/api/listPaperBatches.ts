import { api, ok } from '@/api/client'

export const listPaperBatches = () => ok(api.GET('/api/v1/paper-batches'))
