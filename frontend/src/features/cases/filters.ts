import type { CaseKind, CaseQuery, Matter, Team } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

export const CASE_KINDS: CaseKind[] = ['FIRST', 'RESUMED', 'PRESERVATION', 'OTHER']
export const MATTERS: Matter[] = ['MONEY', 'PROPERTY_DELIVERY', 'ACT']
export const TEAMS: Team[] = ['FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS']
export const SORTS = ['-filedOn', 'filedOn', '-claimAmount', 'claimAmount', 'nextDueOn']
const NAMES = [
  'team',
  'handler',
  'status',
  'kind',
  'filedFrom',
  'filedTo',
  'amountFrom',
  'amountTo',
  'overdue',
  'lacking',
  'q',
  'sort',
]

const amount = (text?: string) => (text && Number.isFinite(Number(text)) ? Number(text) : undefined)

/** The list's filters and sort, read from the URL: sending the link sends the view. */
export function useCaseFilters() {
  const { param, put } = useUrl()
  const query = (): CaseQuery => ({
    team: param('team') as Team | undefined,
    handler: param('handler'),
    status: param('status') as 'OPEN' | 'CLOSED' | undefined,
    kind: param('kind') as CaseKind | undefined,
    filedFrom: param('filedFrom'),
    filedTo: param('filedTo'),
    amountFrom: amount(param('amountFrom')),
    amountTo: amount(param('amountTo')),
    overdue: param('overdue') === 'true' || undefined,
    lacking: param('lacking') === 'true' || undefined,
    q: param('q'),
    sort: param('sort'),
    cursor: param('cursor'),
  })
  const clear = () => put(Object.fromEntries(NAMES.map((name) => [name, undefined])))
  return { query, put, clear }
}

/** Where the same list comes as a file. */
export function exportUrl(format: 'csv' | 'xlsx', query: CaseQuery) {
  const params = new URLSearchParams({ format })
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && name !== 'cursor') params.set(name, String(value))
  }
  return `/api/v1/cases/export?${params}`
}
