import { useRun } from '@/shared/useRun'
import { getQueryImport } from './api/getQueryImport'

export const useQueryImport = (id: string) =>
  useRun({
    family: 'queries',
    id,
    url: `/api/v1/query-imports/${id}/events`,
    get: () => getQueryImport(id),
    changes: ['assets', 'fourChecks', 'nodes', 'work'],
  })
