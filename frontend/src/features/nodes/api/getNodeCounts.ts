import { api, ok } from '@/api/client'
import type { NodeQuery } from '@/api/types'

export const getNodeCounts = (query: NodeQuery) => ok(api.GET('/api/v1/nodes/counts', { params: { query } }))
