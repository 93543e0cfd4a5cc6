import type { NodeCode, NodeQuery, NodeState, Team } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

export const NODE_STATES: NodeState[] = [
  'OVERDUE',
  'DUE_SOON',
  'PENDING',
  'SUSPENDED',
  'DONE',
  'DONE_LATE',
  'CANCELLED',
]
export const OPEN_STATES: NodeState[] = ['OVERDUE', 'DUE_SOON', 'PENDING', 'SUSPENDED']
export const TEAMS: Team[] = ['FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS']
/** The codes whose start events exist in this release come first in the board. */
export const NODE_CODES: NodeCode[] = [
  'FIRST_INTERVIEW',
  'OFFLINE_ASSET_QUERY',
  'CLOSE_FAST',
  'CLOSE_ORDINARY',
  'CLOSE_STATUTORY',
  'PRESERVATION',
  'OFFLINE_MEASURE',
  'PROPERTY_DISPOSAL',
  'DETAINEE_QUERY',
  'REFUSAL_CLUE',
  'OLD_CASE',
  'DISBURSE',
  'RECTIFY_FILE',
  'DELEGATION',
  'SEIZURE_EXPIRY',
  'REFERRAL',
]

const stateOf = (state?: string) => NODE_STATES.filter((s) => s === state).slice(0, 1)

/** The filters of the board and the list, read from the URL. */
export function useNodeFilters() {
  const { param, put } = useUrl()
  const query = (): NodeQuery => ({
    state: stateOf(param('state')),
    team: param('team') as Team | undefined,
    code: NODE_CODES.find((c) => c === param('code')),
    person: param('person'),
    mine: param('mine') === 'true' || undefined,
    dueFrom: param('dueFrom'),
    dueTo: param('dueTo'),
    q: param('q'),
    cursor: param('cursor'),
  })
  const clear = () =>
    put(
      Object.fromEntries(
        ['state', 'team', 'code', 'person', 'mine', 'dueFrom', 'dueTo', 'q'].map((k) => [k, undefined]),
      ),
    )
  return { query, put, param, clear }
}
