import { useRun } from '@/shared/useRun'
import { getImport } from './api/getImport'

export const useImport = (id: string) =>
  useRun({
    family: 'imports',
    id,
    url: `/api/v1/imports/${id}/events`,
    get: () => getImport(id),
    changes: ['cases', 'nodes', 'work'],
  })
