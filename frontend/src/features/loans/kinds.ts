import type { LoanKind } from '@/api/types'

const TEAMS = ['team-leader', 'judge', 'executor', 'judge-assistant', 'clerk']
const READERS = ['president', 'director', 'archive', 'auditor']

/** What somebody may ask for: the teams for themselves, the archive desk for whoever comes from outside. */
export const kindsFor = (roles: string[]): LoanKind[] => [
  ...(roles.some((r) => TEAMS.includes(r)) ? (['CONSULT', 'COPY'] as const) : []),
  ...(roles.includes('archive') ? (['INQUIRY'] as const) : []),
]

/** Who sees what others have asked for, too. */
export const readsAll = (roles: string[]) => roles.some((r) => READERS.includes(r))
