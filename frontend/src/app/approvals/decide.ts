import { asProblem } from '@/api/problem'
import type { Problem } from '@/api/types'
import { approveDisbursement } from '@/features/disbursements/api/approveDisbursement'
import { refuseDisbursement } from '@/features/disbursements/api/refuseDisbursement'
import { approveExtension } from '@/features/extensions/api/approveExtension'
import { refuseExtension } from '@/features/extensions/api/refuseExtension'
import { approveArchiveLoan } from '@/features/loans/api/approveArchiveLoan'
import { refuseArchiveLoan } from '@/features/loans/api/refuseArchiveLoan'
import { decideReferral } from '@/features/referrals/api/decideReferral'
import { approveSuspension } from '@/features/suspensions/api/approveSuspension'
import { refuseSuspension } from '@/features/suspensions/api/refuseSuspension'
import { approveTransfer } from '@/features/transfers/api/approveTransfer'
import { refuseTransfer } from '@/features/transfers/api/refuseTransfer'
import type { Approval } from './useApprovals'

/** What is decided by a word; a paper or a dispatch is read and signed, each for itself. */
export type Decidable = Exclude<Approval, { kind: 'paper' } | { kind: 'dispatch' }>
export const decidable = (x: Approval): x is Decidable => x.kind !== 'paper' && x.kind !== 'dispatch'

export const approve = (x: Decidable, why: string): Promise<unknown> => {
  switch (x.kind) {
    case 'transfer':
      return approveTransfer(x.of)
    case 'suspension':
      return approveSuspension(x.of)
    case 'extension':
      return approveExtension(x.of)
    case 'disbursement':
      return approveDisbursement(x.of)
    case 'referral':
      return decideReferral(x.of, true, why)
    case 'loan':
      return approveArchiveLoan(x.of)
  }
}

export const refuse = (x: Decidable, why: string): Promise<unknown> => {
  switch (x.kind) {
    case 'transfer':
      return refuseTransfer(x.of, why)
    case 'suspension':
      return refuseSuspension(x.of, why)
    case 'extension':
      return refuseExtension(x.of, why)
    case 'disbursement':
      return refuseDisbursement(x.of, why)
    case 'referral':
      return decideReferral(x.of, false, why)
    case 'loan':
      return refuseArchiveLoan(x.of, why)
  }
}

export interface Outcome {
  of: Decidable
  /** What stood against it; none where it was decided. */
  problem?: Problem
}

/** What pays money first: if a new login is asked for, then before anything is decided. */
const moneyFirst = (all: Decidable[]) => [
  ...all.filter((x) => x.kind === 'disbursement'),
  ...all.filter((x) => x.kind !== 'disbursement'),
]

/**
 * Decides one after the other, each for itself: what is refused says why and holds up no other. A login that is too old
 * is said once, for all that is left: it ends this.
 */
export async function decideAll(all: Decidable[], act: typeof approve, why: string, tell: (done: Outcome) => void) {
  for (const of of moneyFirst(all)) {
    try {
      await act(of, why)
      tell({ of })
    } catch (cause) {
      const { problem } = asProblem(cause)
      if (problem.code === 'step-up') throw cause
      tell({ of, problem })
    }
  }
}
