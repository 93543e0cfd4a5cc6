import type { Capture, Slip } from '../types'

/** The categories of the e-file under which something taken on the spot may be filed, by the catalogue's codes. */
const CATEGORIES = [
  'OFFLINE_MEASURE_RESULT',
  'OFFLINE_QUERY_RESULT',
  'PRESERVATION_RECORD',
  'SERVICE_RECEIPT',
  'INTERVIEW_RECORD',
  'DISPOSAL_RECORD',
  'OTHER',
]

/** All of them, and what the slip's own node asks for where that is none of them, or was chosen before. */
export const categoriesFor = (...more: (string | null | undefined)[]): string[] => [
  ...new Set([...CATEGORIES, ...more.filter((code) => typeof code === 'string')]),
]

const OF_KIND: [RegExp, string][] = [
  [/查询|Query|query/, 'OFFLINE_QUERY_RESULT'],
  [/保全|Preservation/, 'PRESERVATION_RECORD'],
  [/送达|Service/, 'SERVICE_RECEIPT'],
]

/**
 * What is proposed for what is taken for a slip, and never imposed: what proves its node done, whatever the slip is
 * called; where a letter does that, what such work is mostly filed under.
 */
export const usualCategory = (slip: Pick<Slip, 'kindName' | 'evidenceCategory'>): string =>
  slip.evidenceCategory ?? OF_KIND.find(([kind]) => kind.test(slip.kindName))?.[1] ?? 'OFFLINE_MEASURE_RESULT'

type Taken = Pick<Capture, 'category' | 'state' | 'filedAt'>
/**
 * The category that the slip's node still asks for: the server had nothing of it, and nothing of it is on its way or was
 * filed since. What was filed before the server spoke did not prove it, or was sent back.
 *
 * @param toldAt when the server was asked for the slip, in ms
 */
export function stillMissing(
  slip: Pick<Slip, 'evidenceCategory' | 'proved'>,
  taken: Taken[],
  toldAt = 0,
): string | undefined {
  const wanted = slip.evidenceCategory
  if (!wanted || slip.proved !== false) return undefined
  const counts = ({ category, state, filedAt = 0 }: Taken) =>
    category === wanted && (state === 'WAITING' || (state === 'FILED' && filedAt >= toldAt))
  return taken.some(counts) ? undefined : wanted
}
