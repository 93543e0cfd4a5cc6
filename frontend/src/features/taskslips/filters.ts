import type { SlipWay, TaskSlipQuery, TaskSlipState, Team } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

export const STATES: TaskSlipState[] = [
  'ASKED',
  'SIGNED',
  'RECEIVED',
  'ASSIGNED',
  'RESULT_IN',
  'RETURNED',
  'ACCEPTED',
  'CANCELLED',
]
/** What waits for somebody beside the judge's signature. */
export const WAITING: TaskSlipState[] = ['SIGNED', 'RECEIVED', 'ASSIGNED', 'RESULT_IN', 'RETURNED']
/** What waits for the judge's signature, the newest first. */
export const TO_SIGN: TaskSlipQuery = { mine: true, state: ['ASKED'], sort: 'NUMBER', limit: 200 }
export const TEAMS: Team[] = ['FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS']
export const WAYS: SlipWay[] = ['HERE', 'OUT', 'IN']
export const SORTS = ['DUE', 'NUMBER'] as const

/** The board's filters and order, read from the URL: sending the link sends the view. */
export function useTaskSlipFilters() {
  const { param, put } = useUrl()
  const query = (): TaskSlipQuery => ({
    state: STATES.filter((x) => x === param('state')),
    team: TEAMS.find((x) => x === param('team')),
    kind: param('kind'),
    way: WAYS.find((x) => x === param('way')),
    dueFrom: param('dueFrom'),
    dueTo: param('dueTo'),
    mine: param('mine') === 'true' || undefined,
    late: param('late') === 'true' || undefined,
    sort: param('sort') === 'NUMBER' ? 'NUMBER' : 'DUE',
    cursor: param('cursor'),
  })
  const clear = () =>
    put(
      Object.fromEntries(
        ['state', 'team', 'kind', 'way', 'dueFrom', 'dueTo', 'mine', 'late'].map((k) => [k, undefined]),
      ),
    )
  return { query, put, clear }
}
