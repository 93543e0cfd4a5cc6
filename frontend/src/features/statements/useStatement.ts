import { useRun } from '@/shared/useRun'
import { getStatement } from './api/getStatement'

export const useStatement = (id: string) =>
  useRun({
    family: 'statements',
    id,
    url: `/api/v1/statements/${id}/events`,
    get: () => getStatement(id),
    changes: ['cases', 'nodes', 'work', 'receipts', 'suspense', 'reconciliation'],
  })
