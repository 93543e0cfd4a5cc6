import type { Receipt } from '@/api/types'
import { fen } from '@/shared/money'

/** What a receipt waits for: what nobody applied for, the executor; what is applied for, the next signature or the bank. */
export type Waits =
  | 'apply'
  | 'again'
  | 'rest'
  | 'judge'
  | 'director'
  | 'president'
  | 'pay'
  | 'bank'
  | 'deferred'
  | 'nobody'

const AWAITS: Partial<Record<Receipt['inHand'][number], Waits>> = {
  APPLIED: 'judge',
  JUDGE_APPROVED: 'director',
  DIRECTOR_APPROVED: 'president',
  APPROVED: 'pay',
}

export function waitsFor(receipt: Receipt): Waits {
  if (receipt.status !== 'WAITING') return 'nobody'
  if (receipt.clock?.state === 'SUSPENDED') return 'deferred'
  const free = fen(receipt.free) ?? 0n
  const reserved = fen(receipt.reserved) ?? 0n
  if (free > 0n) return receipt.cameBack ? 'again' : reserved > 0n ? 'rest' : 'apply'
  const first = receipt.inHand[0]
  return (first && AWAITS[first]) || 'bank'
}
