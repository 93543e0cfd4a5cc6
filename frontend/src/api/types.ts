export type Team = 'FAST' | 'ORDINARY' | 'SPECIAL' | 'AFFAIRS'
export type CaseKind = 'FIRST' | 'RESUMED' | 'PRESERVATION' | 'OTHER'
export type Matter = 'MONEY' | 'PROPERTY_DELIVERY' | 'ACT'
export type NodeState = 'PENDING' | 'DUE_SOON' | 'OVERDUE' | 'SUSPENDED' | 'DONE' | 'DONE_LATE' | 'CANCELLED'
type PeriodUnit = 'DAY' | 'WORKDAY' | 'MONTH'
type RollOver = 'NEXT' | 'PREVIOUS' | 'NONE'
type ImportStatus = 'CHECKING' | 'PREVIEWED' | 'COMMITTING' | 'DONE' | 'FAILED'
export type RowOutcome = 'NEW' | 'SAME' | 'CONFLICT' | 'BAD'
export type TransferStatus = 'ASKED' | 'APPROVED' | 'REFUSED' | 'CARRIED_OUT'
type CaseAct = 'EDIT' | 'OVERRIDE' | 'REASSIGN' | 'ASK_TRANSFER' | 'DECIDE_TRANSFER' | 'CARRY_OUT_TRANSFER' | 'CLOSE'

interface Page<T> {
  items: T[]
  next?: string | null
}
interface PersonRef {
  id: string
  name: string
}
interface Person extends PersonRef {
  username: string
  team?: Team | null
  roles: string[]
}
export interface Me {
  username: string
  name: string
  personId: string
  court: { code: string; name: string }
  roles: string[]
  team?: Team | null
  today: string
  demo: boolean
}
interface FieldError {
  field: string
  value?: string | null
  message: string
}
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string | null
  code: string
  clause?: string | null
  fact?: string | null
  remedy?: string | null
  errors?: FieldError[]
  requestId?: string | null
  current?: number | string | null
  changed?: string[]
}
export interface TriageFacts {
  kind: CaseKind
  matter: Matter
  claimAmount?: string | null
  enterpriseParty: boolean
  preserved: boolean
  fourChecksSufficient: boolean
  auctionNeeded: boolean
  refusalOrCriminal: boolean
  firstFiledOn?: string | null
  filedOn: string
}
interface MatchedRule {
  order: number
  rule: string
  clause: string
  team?: Team | null
}
export interface TriageDecision {
  team?: Team | null
  rule: string
  clause?: string | null
  matched: MatchedRule[]
}
type CaseFlags = Pick<
  TriageFacts,
  'enterpriseParty' | 'preserved' | 'fourChecksSufficient' | 'auctionNeeded' | 'refusalOrCriminal'
>
export interface DeadlineAsk {
  start: string
  period: number
  unit: PeriodUnit
  suspensions: { from: string; resume: string }[]
  rollOver: RollOver
}
export interface DeadlineDay {
  date: string
  counted: boolean
  why: string
  name?: string | null
}
export interface Deadline {
  due: string
  provisional: boolean
  days: DeadlineDay[]
}
export interface CaseSummary {
  id: string
  number: string
  kind: CaseKind
  cause: string
  matter: Matter
  claimAmount?: string | null
  filedOn: string
  team?: Team | null
  status: 'OPEN' | 'CLOSED'
  applicants: string[]
  respondents: string[]
  judge?: PersonRef | null
  executor?: PersonRef | null
  nextDueOn?: string | null
  overdue: boolean
  version: number
}
export interface PartyBody {
  role: 'APPLICANT' | 'RESPONDENT'
  kind: 'NATURAL_PERSON' | 'ENTERPRISE'
  name: string
  idNumber?: string | null
  phone?: string | null
}
interface Party extends PartyBody {
  id: string
}
export interface Transfer {
  id: string
  caseId: string
  caseNumber: string
  from: Team
  to: Team
  reason: string
  status: TransferStatus
  askedBy: PersonRef
  askedOn: string
  lastDay: string
  decidedBy?: PersonRef | null
  decidedOn?: string | null
  decisionReason?: string | null
  carriedOutBy?: PersonRef | null
  carriedOutOn?: string | null
  version: number
}
export interface CourtNode {
  id: string
  caseId: string
  caseNumber: string
  code: string
  name: string
  clause: string
  caseTeam?: Team | null
  responsible: { kind: string; team?: Team | null; people: PersonRef[] }
  startOn: string
  period: number
  unit: PeriodUnit
  rollOver: RollOver
  dueOn: string
  dueSoonOn: string
  provisional: boolean
  state: NodeState
  daysLeft?: number | null
  workdaysLeft?: number | null
  daysLate?: number | null
  doneOn?: string | null
  evidenceCategory?: string | null
  stop: 'EVIDENCE' | 'CASE_CLOSED'
  evidence?: { fileId: string; name: string; size: number; sha256: string } | null
  policyVersion: number | string
  cancelReason?: string | null
  version: number
  allowed: string[]
}
interface Account {
  id?: string
  caseId?: string
  virtualNumber: string
  balance: string
  openedOn?: string
}
export interface CaseDetail extends CaseSummary {
  firstFiledOn?: string | null
  facts: CaseFlags
  parties: Party[]
  triage: TriageDecision & { policyVersion: number | string; decidedOn: string }
  override?: { from?: Team | null; to: Team; reason: string; by: string; at: string } | null
  nodes: CourtNode[]
  transfers: Transfer[]
  transferLastDay?: string | null
  account?: Account | null
  closure?: { manner: string; closedOn: string; reason?: string | null } | null
  allowed: CaseAct[]
}
export interface CaseBody {
  number: string
  cause: string
  matter: Matter
  claimAmount?: string | null
  filedOn: string
  firstFiledOn?: string | null
  preserved: boolean
  fourChecksSufficient: boolean
  auctionNeeded: boolean
  refusalOrCriminal: boolean
  parties: PartyBody[]
}
interface TimelineEntry {
  id: number
  at: string
  actor: string
  action: string
  text: string
  detail?: unknown
}
export interface NodeCounts {
  today: string
  cells: { team?: Team | null; code: string; state: NodeState; count: number }[]
  people: { person: PersonRef; team?: Team | null; state: NodeState; count: number }[]
  strip: { date: string; workday: boolean; count: number }[]
}
export interface ImportRun {
  id: string
  fileName: string
  sha256: string
  size: number
  status: ImportStatus
  encoding?: string | null
  total?: number | null
  checked: number
  counts: Record<RowOutcome, number>
  teams: { team?: Team | null; count: number }[]
  committed: number
  createdBy: PersonRef
  createdAt: string
  failure?: string | null
}
export interface ImportRow {
  row: number
  line: number
  outcome: RowOutcome
  number?: string | null
  team?: Team | null
  rule?: string | null
  clause?: string | null
  values: Record<string, string>
  errors: { line: number; column: string; value?: string | null; reason: string }[]
  conflicts: { column: string; stored?: string | null; given?: string | null }[]
  caseId?: string | null
}
export interface InboxItem {
  id: string
  kind: string
  title: string
  body: string
  link?: { caseId?: string | null; nodeId?: string | null } | null
  forDay?: string | null
  createdAt: string
  readAt?: string | null
}
interface CalendarYear {
  year: number
  published: boolean
  holidays: { date: string; name?: string | null }[]
  workdays: { date: string; name?: string | null }[]
}
export interface PolicyVersion {
  version: number | string
  effectiveFrom: string
  document: Record<string, unknown>
}
export interface CaseQuery {
  team?: Team
  handler?: string
  status?: 'OPEN' | 'CLOSED'
  kind?: CaseKind
  filedFrom?: string
  filedTo?: string
  amountFrom?: string
  amountTo?: string
  overdue?: boolean
  q?: string
  sort?: string
  cursor?: string
  limit?: number
}
export interface NodeQuery {
  state?: NodeState[]
  team?: Team
  code?: string
  person?: string
  mine?: boolean
  dueFrom?: string
  dueTo?: string
  q?: string
  cursor?: string
  limit?: number
}

interface Params<Q, P> {
  query?: Q
  path?: P
  header?: Record<string, string>
  cookie?: never
}
interface Answer<R> {
  responses: {
    200: { content: { 'application/json': R } }
    default: { content: { 'application/problem+json': Problem } }
  }
}
type Get<R, Q = never, P = never> = { parameters: Params<Q, P> } & Answer<R>
type Send<B, R, P = never> = {
  parameters: Params<never, P>
  requestBody?: { content: { 'application/json': B } }
} & Answer<R>
type Id = { id: string }
type More = { cursor?: string; limit?: number }

export interface paths {
  '/api/v1/me': { get: Get<Me> }
  '/api/v1/triage/preview': { post: Send<TriageFacts, TriageDecision & { facts: TriageFacts }> }
  '/api/v1/deadlines/preview': { post: Send<DeadlineAsk, Deadline> }
  '/api/v1/cases': { get: Get<Page<CaseSummary>, CaseQuery>; post: Send<CaseBody, CaseDetail> }
  '/api/v1/cases/{id}': { get: Get<CaseDetail, never, Id>; put: Send<CaseBody, CaseDetail, Id> }
  '/api/v1/cases/{id}/team': { post: Send<{ team: Team; reason: string }, CaseDetail, Id> }
  '/api/v1/cases/{id}/handlers': {
    post: Send<{ judgeId: string; executorId: string; reason: string }, CaseDetail, Id>
  }
  '/api/v1/cases/{id}/closure': {
    post: Send<{ manner: string; closedOn: string; reason?: string }, CaseDetail, Id>
  }
  '/api/v1/cases/{id}/timeline': { get: Get<Page<TimelineEntry>, More, Id> }
  '/api/v1/cases/{id}/account': { get: Get<Account, never, Id> }
  '/api/v1/cases/{id}/transfers': { post: Send<{ reason: string }, Transfer, Id> }
  '/api/v1/transfers': { get: Get<Page<Transfer>, { status?: TransferStatus } & More> }
  '/api/v1/transfers/{id}/approval': { post: Send<never, Transfer, Id> }
  '/api/v1/transfers/{id}/refusal': { post: Send<{ reason: string }, Transfer, Id> }
  '/api/v1/transfers/{id}/carrying-out': { post: Send<never, Transfer, Id> }
  '/api/v1/nodes': { get: Get<Page<CourtNode>, NodeQuery> }
  '/api/v1/nodes/counts': { get: Get<NodeCounts, NodeQuery> }
  '/api/v1/nodes/{id}': { get: Get<CourtNode, never, Id> }
  '/api/v1/nodes/{id}/days': { get: Get<Deadline, never, Id> }
  '/api/v1/nodes/{id}/completion': { post: Upload<CourtNode, Id> }
  '/api/v1/imports': { get: Get<Page<ImportRun>, More>; post: Upload<ImportRun> }
  '/api/v1/imports/{id}': { get: Get<ImportRun, never, Id> }
  '/api/v1/imports/{id}/rows': { get: Get<Page<ImportRow>, { outcome?: RowOutcome } & More, Id> }
  '/api/v1/imports/{id}/rows/{row}': {
    put: Send<{ values: Record<string, string> }, ImportRow, { id: string; row: number }>
  }
  '/api/v1/imports/{id}/commit': { post: Send<never, ImportRun, Id> }
  '/api/v1/inbox': { get: Get<Page<InboxItem>, { unread?: boolean } & More> }
  '/api/v1/inbox/count': { get: Get<{ unread: number }> }
  '/api/v1/inbox/{id}/read': { post: Send<never, InboxItem, Id> }
  '/api/v1/inbox/read-all': { post: Send<never, unknown> }
  '/api/v1/people': { get: Get<Person[], { team?: Team; role?: string }> }
  '/api/v1/calendars': { get: Get<{ year: number; published: boolean }[]> }
  '/api/v1/calendars/{year}': {
    get: Get<CalendarYear, never, { year: number }>
    put: Send<CalendarYear, CalendarYear, { year: number }>
  }
  '/api/v1/policies/triage': { get: Get<PolicyVersion[]> }
  '/api/v1/policies/nodes': { get: Get<PolicyVersion[]> }
}
type Upload<R, P = never> = {
  parameters: Params<never, P>
  requestBody?: { content: { 'multipart/form-data': Record<string, string | Blob> } }
} & Answer<R>
