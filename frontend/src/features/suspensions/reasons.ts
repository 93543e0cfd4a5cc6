import type { SuspensionReason } from '@/api/types'

/** The closed lists of the two clauses: days not counted for the enforcement, and deferral of paying money out. */
export const REASONS: Record<'SUSPENSION' | 'DEFERRAL', SuspensionReason[]> = {
  SUSPENSION: ['SERVICE_BY_PUBLICATION', 'STAY', 'SUSPENSION', 'QUESTION_TO_HIGHER_COURT', 'COURT_DISPUTE'],
  DEFERRAL: ['DISTRIBUTION', 'PAYEE_FUNDS_FROZEN', 'PAYEE_NOT_COLLECTED', 'CASE_STAYED', 'OTHER_GOOD_REASON'],
}
