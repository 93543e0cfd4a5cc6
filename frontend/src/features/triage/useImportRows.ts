import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { RowOutcome } from '@/api/types'
import { listImportRows } from './api/listImportRows'

export const useImportRows = (id: string, outcome: () => RowOutcome, cursor: () => string | undefined) =>
  useQuery({
    queryKey: ['imports', 'rows', id, outcome, cursor],
    queryFn: () => listImportRows(id, outcome(), cursor()),
    placeholderData: (before, query) => (query?.queryKey[3] === outcome() ? keepPreviousData(before) : undefined),
  })
