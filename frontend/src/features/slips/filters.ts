import type { SlipQuery, SlipStatus, Team } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

export const SLIP_STATUSES: SlipStatus[] = ['ISSUED', 'ANSWERED', 'RETURNED', 'CONFIRMED', 'WITHDRAWN']
export const TEAMS: Team[] = ['FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS']
/** What the addressee still owes. */
export const OWED: SlipStatus[] = ['ISSUED', 'RETURNED']

/** The filters of the list of slips, read from the URL. */
export function useSlipFilters() {
  const { param, put } = useUrl()
  const query = (): SlipQuery => ({
    status: SLIP_STATUSES.filter((s) => s === param('status')),
    team: TEAMS.find((x) => x === param('team')),
    mine: param('mine') === 'true' || undefined,
    late: param('late') === 'true' || undefined,
    cursor: param('cursor'),
  })
  const clear = () => put({ status: undefined, team: undefined, mine: undefined, late: undefined })
  return { query, put, clear }
}
