import { api, ok } from '@/api/client'
import type { NodeQuery } from '@/api/types'

export const listDueNodes = (query: NodeQuery) => ok(api.GET('/api/v1/nodes', { params: { query } }))
