import { useQuery } from '@tanstack/vue-query'
import { listTrips } from './api/listTrips'
import { proposeTrips } from './api/proposeTrips'

export const useTrips = (on: () => string) =>
  useQuery({ queryKey: ['task-slips', 'trips', on], queryFn: () => listTrips(on()) })

export const useProposals = (on: () => string) =>
  useQuery({ queryKey: ['task-slips', 'proposals', on], queryFn: () => proposeTrips(on()) })
