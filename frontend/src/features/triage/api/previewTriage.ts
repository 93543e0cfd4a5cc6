import { api, ok } from '@/api/client'
import type { TriageFacts } from '@/api/types'

export const previewTriage = (facts: TriageFacts) => ok(api.POST('/api/v1/triage/preview', { body: facts }))
