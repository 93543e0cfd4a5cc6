import { computed } from 'vue'
import type { ArchiveLoan, Disbursement, Extension, Paper, Referral, Suspension, TaskSlip, Transfer } from '@/api/types'
import { useDisbursements } from '@/features/disbursements/useDisbursements'
import { useAskedExtensions } from '@/features/extensions/useAskedExtensions'
import { useWaitingLoans } from '@/features/loans/useLoans'
import { usePapersToSign } from '@/features/papers/usePapers'
import { useWaitingReferrals } from '@/features/referrals/useReferrals'
import { useAskedSuspensions } from '@/features/suspensions/useAskedSuspensions'
import { TO_SIGN } from '@/features/taskslips/filters'
import { useTaskSlips } from '@/features/taskslips/useTaskSlips'
import { useTransfers } from '@/features/transfers/useTransfers'
import { useCurrent } from '@/shared/current'
import { useHeld } from '@/shared/useHeld'

/** Something that waits for this person's decision. */
export type Approval =
  | { key: string; since: string; kind: 'transfer'; of: Transfer }
  | { key: string; since: string; kind: 'suspension'; of: Suspension }
  | { key: string; since: string; kind: 'extension'; of: Extension }
  | { key: string; since: string; kind: 'disbursement'; of: Disbursement }
  | { key: string; since: string; kind: 'dispatch'; of: TaskSlip }
  | { key: string; since: string; kind: 'referral'; of: Referral }
  | { key: string; since: string; kind: 'loan'; of: ArchiveLoan }
  | { key: string; since: string; kind: 'paper'; of: Paper }

/** Whose roles decide on what others ask; a judge decides on the money and signs the dispatches of the cases at hand. */
export const decides = (roles: string[]) => ['president', 'director', 'judge'].some((role) => roles.includes(role))

/** Whose roles sign papers, the records and slips of their desks too. */
const SIGNS = ['judge', 'executor', 'clerk', 'director', 'president', 'node-control', 'funds']
export const signsPapers = (roles: string[]) => SIGNS.some((role) => roles.includes(role))

const oldestFirst = (a: Approval, b: Approval) => a.since.localeCompare(b.since)
/** What is not decided here, or not by this person any more. */
const open = (of: { allowed: string[] }) => of.allowed.includes('APPROVE') || of.allowed.includes('REFUSE')

/**
 * One list of everything that waits for this person, what has waited longest first; papers are left out where they have
 * a place of their own beside it.
 */
export function useApprovals(withPapers = true) {
  const { roles } = useCurrent()
  const leads = () => roles.includes('president') || roles.includes('director')
  const signs = () => roles.includes('president')
  const transfers = useTransfers(() => 'ASKED', signs)
  const suspensions = useAskedSuspensions(leads)
  const extensions = useAskedExtensions(signs)
  const writes = () => withPapers && signsPapers(roles)
  const disbursements = useDisbursements(
    () => ({ waiting: true }),
    () => decides(roles),
  )
  const judges = () => roles.includes('judge')
  const dispatches = useTaskSlips(() => TO_SIGN, judges)
  const referrals = useWaitingReferrals(judges)
  const directs = () => roles.includes('director')
  const loans = useWaitingLoans(directs)
  const papers = usePapersToSign(writes)
  const all = [
    ...(decides(roles) ? [disbursements] : []),
    ...(judges() ? [dispatches, referrals] : []),
    ...(writes() ? [papers] : []),
    ...(leads() ? [suspensions] : []),
    ...(directs() ? [loans] : []),
    ...(signs() ? [transfers, extensions] : []),
  ]

  const waiting = computed<Approval[]>(() =>
    [
      ...(transfers.data.value?.items ?? []).map((of) => ({
        key: `t-${of.id}`,
        since: of.askedOn,
        kind: 'transfer' as const,
        of,
      })),
      ...(suspensions.data.value?.items ?? [])
        .filter(open)
        .map((of) => ({ key: `s-${of.id}`, since: of.askedOn, kind: 'suspension' as const, of })),
      ...(extensions.data.value?.items ?? [])
        .filter((of) => of.allowed.length > 0)
        .map((of) => ({ key: `e-${of.id}`, since: of.askedOn, kind: 'extension' as const, of })),
      ...(disbursements.data.value?.items ?? [])
        .filter(open)
        .map((of) => ({ key: `d-${of.id}`, since: of.appliedOn, kind: 'disbursement' as const, of })),
      ...(dispatches.data.value?.items ?? [])
        // What filing opens by itself is routine, and signed together beside this list.
        .filter((of) => of.may.includes('SIGN') && !of.automatic)
        .map((of) => ({ key: `p-${of.id}`, since: of.requestedOn, kind: 'dispatch' as const, of })),
      ...(referrals.data.value?.items ?? [])
        .filter(open)
        .map((of) => ({ key: `r-${of.id}`, since: of.askedOn, kind: 'referral' as const, of })),
      ...(loans.data.value?.items ?? [])
        .filter(open)
        .map((of) => ({ key: `l-${of.id}`, since: of.askedOn, kind: 'loan' as const, of })),
      ...(writes() ? (papers.data.value?.items ?? []) : []).map((of) => ({
        key: `w-${of.id}`,
        since: of.draftedOn,
        kind: 'paper' as const,
        of,
      })),
    ].sort(oldestFirst),
  )

  const { shown, hold, release } = useHeld(
    () => waiting.value,
    (x) => x.key,
    oldestFirst,
  )

  return {
    shown,
    hold,
    release,
    error: computed(() => all.map((q) => q.error.value).find(Boolean)),
    /** The server has more than it gives at once: the rest comes up as these are decided. */
    capped: computed(() => all.some((q) => q.data.value?.next)),
    isPending: computed(() => all.some((q) => q.isPending.value)),
    refetch: () => all.forEach((q) => void q.refetch()),
  }
}
