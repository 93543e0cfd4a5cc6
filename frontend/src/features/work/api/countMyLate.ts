import { api, ok } from '@/api/client'

/** How many nodes of mine are late, all of them: the list shows the oldest only. */
export const countMyLate = async () => {
  const query = { state: ['OVERDUE' as const], mine: true }
  const { cells } = await ok(api.GET('/api/v1/nodes/counts', { params: { query } }))
  return cells.reduce((sum, cell) => sum + cell.count, 0)
}
