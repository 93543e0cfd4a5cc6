import { useQuery } from '@tanstack/vue-query'
import { getPace } from './api/getPace'

export const usePace = () => useQuery({ queryKey: ['receipts', 'pace'], queryFn: getPace })
