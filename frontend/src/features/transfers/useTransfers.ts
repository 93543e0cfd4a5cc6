import { useQuery } from '@tanstack/vue-query'
import type { TransferStatus } from '@/api/types'
import { listTransfers } from './api/listTransfers'

export const useTransfers = (status: () => TransferStatus, wanted: () => boolean = () => true) =>
  useQuery({ queryKey: ['transfers', status], queryFn: () => listTransfers(status()), enabled: wanted })
