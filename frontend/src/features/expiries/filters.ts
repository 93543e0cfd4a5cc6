import type { AssetKind, ExpiryQuery, Team } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

const TEAMS: Team[] = ['FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS']
const KINDS: AssetKind[] = ['DEPOSIT', 'VEHICLE', 'REAL_ESTATE', 'SECURITIES', 'PROVIDENT_FUND', 'OTHER']
/** Days left at most; "all" is everything that runs, "lapsed" what ran out and is not held again. */
export const SPANS = ['7', '30', '60', '180', 'all', 'lapsed'] as const
type Span = (typeof SPANS)[number]
/** Two months are enough to have a renewal decided and served. */
const USUAL: Span = '60'

/** The filters of the expiries, read from the URL. */
export function useExpiryFilters() {
  const { param, put } = useUrl()
  const span = (): Span => SPANS.find((x) => x === param('span')) ?? USUAL
  const query = (): ExpiryQuery => ({
    within: span() === 'all' || span() === 'lapsed' ? undefined : Number(span()),
    lapsed: span() === 'lapsed' || undefined,
    team: TEAMS.find((x) => x === param('team')),
    kind: KINDS.find((x) => x === param('kind')),
    handler: param('handler'),
    mine: param('mine') === 'true' || undefined,
    cursor: param('cursor'),
  })
  const clear = () =>
    put({ span: undefined, team: undefined, kind: undefined, handler: undefined, mine: undefined, week: undefined })
  return { query, span, put, param, clear, TEAMS, KINDS, USUAL }
}
