import type { paths as Contract, components, operations } from './schema'

// The words of the contract, by their short names. What is missing here comes from openapi.yaml, never from a guess.
type S = components['schemas']
/** What a form always fills though the request may leave it out. */
type Firm<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> }

export type Team = S['Team']
export type CaseKind = S['CaseKind']
export type Matter = S['Matter']
export type NodeState = S['NodeState']
export type NodeCode = S['NodeCode']
export type RowOutcome = S['RowOutcome']
export type TransferStatus = S['Status']
export type Me = S['Me']
export type Problem = S['Problem']
export type TriageFacts = Firm<S['TriageFacts'], 'matter'>
export type FactsShown = S['TriageFacts']
export type TriageDecision = Pick<S['TriageAnswer'], 'team' | 'rule' | 'clause' | 'matched'>
export type DeadlineAsk = Firm<S['DeadlineRequest'], 'suspensions' | 'rollOver'>
export type Deadline = S['Deadline']
export type DeadlineDay = S['DeadlineDay']
export type CaseSummary = S['CaseSummary']
export type CaseDetail = S['CaseDetail']
export type CaseBody = Firm<S['CaseRequest'], 'number' | 'cause' | 'matter' | 'filedOn'> & { parties: PartyBody[] }
export type PartyBody = Firm<S['PartyRequest'], 'role' | 'kind' | 'name'>

export type ClosureManner = S['ClosureManner']
export type Transfer = S['Transfer']
export type CourtNode = S['Node']
export type NodeCounts = S['NodeCounts']
export type ImportRun = S['Import']
export type ImportRow = S['ImportRow']
export type InboxItem = S['InboxItem']
export type CaseQuery = NonNullable<operations['listCases']['parameters']['query']>
export type NodeQuery = NonNullable<operations['listNodes']['parameters']['query']>

interface CalendarYear {
  year: number
  published: boolean
  holidays: { date: string; name: string | null }[]
  workdays: { date: string; name: string | null }[]
}
export interface PolicyVersion {
  version: number
  effectiveFrom: string
  document: Record<string, unknown>
}
interface Answer<R> {
  responses: {
    200: { content: { 'application/json': R } }
    default: { content: { 'application/problem+json': Problem } }
  }
}
interface Params<P, Q = never> {
  parameters: { path?: P; query?: Q; header?: Record<string, string> }
}
type Get<R, P = never, Q = never> = Params<P, Q> & Answer<R>
type Send<B, R, P = never> = Params<P> & { requestBody?: { content: { 'application/json': B } } } & Answer<R>
type Id = { id: string }
interface Pending {
  '/api/v1/nodes/{id}/completion': { post: Send<never, CourtNode, Id> }
  '/api/v1/imports': {
    get: Get<S['PageImportView'], never, { cursor?: string }>
    post: Send<never, ImportRun>
  }
  '/api/v1/imports/{id}': { get: Get<ImportRun, Id> }
  '/api/v1/imports/{id}/commit': { post: Send<never, ImportRun, Id> }
  '/api/v1/imports/{id}/rows': {
    get: Get<{ items: ImportRow[]; next: string | null }, Id, { outcome?: RowOutcome; cursor?: string }>
  }
  '/api/v1/calendars': { get: Get<{ year: number; published: boolean }[]> }
  '/api/v1/calendars/{year}': {
    get: Get<CalendarYear, { year: number }>
    put: Send<CalendarYear, CalendarYear, { year: number }>
  }
  '/api/v1/policies/triage': { get: Get<PolicyVersion[]> }
  '/api/v1/policies/nodes': { get: Get<PolicyVersion[]> }
}
export type paths = Omit<Contract, keyof Pending> & Pending
