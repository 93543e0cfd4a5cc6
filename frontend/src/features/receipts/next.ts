import type { Receipt } from '@/api/types'
import { fen } from '@/shared/money'

/** Who has to do something about a receipt: what nobody applied for, waits for the case's handlers. */
export type Waits = 'apply' | 'rest' | 'approval' | 'deferred' | 'nobody'

export function waitsFor(receipt: Receipt): Waits {
  if (receipt.status !== 'WAITING') return 'nobody'
  if (receipt.clock?.state === 'SUSPENDED') return 'deferred'
  const free = fen(receipt.free) ?? 0n
  const reserved = fen(receipt.reserved) ?? 0n
  if (free > 0n) return reserved > 0n ? 'rest' : 'apply'
  return 'approval'
}
