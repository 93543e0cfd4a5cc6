import type { Statement, StatementRowQuery } from '@/api/types'

/** A way to look at a statement's lines: the new ones by where they go, the others by what keeps them out. */
export const WAYS = ['VIRTUAL', 'REMARK', 'SUSPENSE', 'OUT', 'SAME', 'CONFLICT', 'BAD'] as const
export type Way = (typeof WAYS)[number]

const isOutcome = (way: Way): way is 'SAME' | 'CONFLICT' | 'BAD' =>
  way === 'SAME' || way === 'CONFLICT' || way === 'BAD'

export const queryOf = (way: Way): StatementRowQuery =>
  isOutcome(way) ? { outcome: way } : { outcome: 'NEW', matched: way }

export const countOf = (run: Statement, way: Way): number =>
  isOutcome(way) ? (run.counts[way] ?? 0) : (run.ways.find((w) => w.matched === way)?.count ?? 0)

/** Where a reader looks first: trouble, then what no case has, then the rest. */
export function firstOf(run: Statement): Way {
  const order: Way[] = ['BAD', 'CONFLICT', 'SUSPENSE', 'VIRTUAL', 'REMARK', 'OUT', 'SAME']
  return order.find((way) => countOf(run, way) > 0) ?? 'VIRTUAL'
}
