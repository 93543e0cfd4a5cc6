import type { DisbursementBody, Payee } from '@/api/types'
import { fen, ofFen } from '@/shared/money'

/** What is typed into an application: the payees by id, each with its amount as it stands in the field. */
export type Amounts = Record<string, string>

/** The sum of what is typed, in fen; a field that is no amount counts as nothing and is said to be bad. */
export function totalOf(amounts: Amounts) {
  return Object.values(amounts).reduce((sum, x) => sum + (fen(x) ?? 0n), 0n)
}

/** Why it cannot be sent: nobody gets anything, a field is no amount, or it is more than is free. */
export function faultOf(amounts: Amounts, free: string): 'none' | 'bad' | 'short' | undefined {
  const typed = Object.values(amounts).filter((x) => x.trim())
  if (typed.some((x) => (fen(x) ?? 0n) <= 0n)) return 'bad'
  if (!typed.length) return 'none'
  return totalOf(amounts) > (fen(free) ?? 0n) ? 'short' : undefined
}

/** In the order of the payees; an empty field is nobody's share. */
export const bodyOf = (amounts: Amounts, payees: Payee[], reason: string): DisbursementBody => ({
  reason: reason.trim(),
  payments: payees
    .filter((p) => amounts[p.id]?.trim())
    .map((p) => ({ payeeId: p.id, amount: ofFen(fen(amounts[p.id]) ?? 0n) })),
})

/** All that is free and not given to others, for one payee. */
export function restFor(id: string, amounts: Amounts, free: string): string {
  const others = totalOf({ ...amounts, [id]: '' })
  const rest = (fen(free) ?? 0n) - others
  return rest > 0n ? ofFen(rest) : ''
}
