import type { Slip } from '../types'

/** The categories of the e-file under which something taken on the spot may be filed, by the catalogue's codes. */
export const CATEGORIES = [
  'OFFLINE_MEASURE_RESULT',
  'OFFLINE_QUERY_RESULT',
  'PRESERVATION_RECORD',
  'SERVICE_RECEIPT',
  'INTERVIEW_RECORD',
  'DISPOSAL_RECORD',
  'OTHER',
] as const

const OF_KIND: [RegExp, string][] = [
  [/查询|Query|query/, 'OFFLINE_QUERY_RESULT'],
  [/保全|Preservation/, 'PRESERVATION_RECORD'],
  [/送达|Service/, 'SERVICE_RECEIPT'],
]

/** What the work of a slip is mostly filed under: proposed, never imposed. */
export const usualCategory = (slip: Slip): string =>
  OF_KIND.find(([kind]) => kind.test(slip.kindName))?.[1] ?? 'OFFLINE_MEASURE_RESULT'
