import type { components, operations } from './schema'

export type { paths } from './schema'

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
export type AuditEntry = S['AuditEntry']
export type AuditQuery = NonNullable<operations['listAudit']['parameters']['query']>
export type TrailFinding = S['AuditFinding']
export type TrailRange = Pick<NonNullable<operations['verifyAudit']['parameters']['query']>, 'from' | 'to'>
export type CaseSummary = S['CaseSummary']
export type CaseDetail = S['CaseDetail']
export type CaseBody = Firm<S['CaseRequest'], 'number' | 'cause' | 'matter' | 'filedOn'> & { parties: PartyBody[] }
export type PartyBody = Firm<S['PartyRequest'], 'role' | 'kind' | 'name'>

export type ClosureManner = S['ClosureManner']
export type Transfer = S['Transfer']
export type Referral = S['Referral']
export type ReferralStatus = S['ReferralStatus']
export type ArchiveLoan = S['ArchiveLoan']
export type ArchiveLoanQuery = NonNullable<operations['listArchiveLoans']['parameters']['query']>
export type LoanKind = S['LoanKind']
export type LoanStatus = S['LoanStatus']
export type NewArchiveLoan = S['NewArchiveLoan']
export type NewPaperBatch = S['NewPaperBatch']
export type Session = S['Session']
export type PaperBatchCase = S['PaperBatchCase']
export type StandIn = S['StandIn']
export type NewStandIn = S['NewStandIn']
export type NewReferral = S['NewReferral']
export type Panel = S['Panel']
export type PanelSeat = S['Seat']
export type NewPanel = S['NewPanel']
export type ClockWarning = S['ClockWarning']
export type Suspension = S['Suspension']
export type SuspensionAsk = Firm<S['SuspensionAsk'], 'note'>
export type SuspensionReason = S['SuspensionReason']
export type SuspensionEffect = S['SuspensionEffect']
export type Extension = S['Extension']
export type ExtensionAsk = S['ExtensionAsk']
export type SupervisionSlip = S['SupervisionSlip']
export type SlipStatus = S['SlipStatus']
export type SlipRequest = S['SlipRequest']
export type SlipReturn = S['SlipReturn']
export type SlipsIssued = S['SlipsIssued']
export type CourtNode = S['Node']
/** The catalogue and what each way of closing wants, as the court's policy. */
export type DossierPolicyDocument = S['Catalogue']
/** Who signs what, as the court's policy. */
export type SigningPolicyDocument = S['SigningPolicy']
export type SigningRule = S['SigningRule']
export type TaskSlip = S['TaskSlip']
export type TaskSlipState = S['TaskSlipState']
export type TaskSlipAct = S['TaskSlipAct']
export type TaskSlipQuery = NonNullable<operations['listTaskSlips']['parameters']['query']>
export type TaskSlipAsk = S['TaskSlipRequest']
export type SlipWay = S['SlipWay']
export type DelegationBody = S['DelegationRequest']
export type Capture = S['Capture']
export type LetterBody = S['DelegationReply']
export type Trip = S['Trip']
export type TripBody = S['TripRequest']
export type Dossier = S['Dossier']
export type DossierItem = S['DossierItem']
export type NewDossierItem = S['NewDossierItem']
export type NodeCounts = S['NodeCounts']
export type ImportRun = S['Import']
export type ImportRow = S['ImportRow']
export type InboxItem = S['InboxItem']
export type Channels = S['Channels']
export type ChannelsBody = S['ChannelsRequest']
export type PreferencesBody = S['PreferencesRequest']
export type ReachedPerson = S['ReachedPerson']
export type TriageRule = S['TriageRule']
export type TriageDocument = S['TriageDocument']
export type NodeDocument = S['NodePolicyDocument']
/** A year's calendar as a draft holds it; the contract leaves a draft's document open. */
export interface CalendarDocument {
  year: number
  holidays: { date: string; name: string }[]
  workdays: { date: string; name: string }[]
}
export type PolicyDraft = S['PolicyDraft']
export type PolicyChange = S['PolicyChange']
export type PolicySimulation = S['PolicySimulation']
export type Forecast = S['Forecast']
export type NodePolicy = S['NodePolicy']
export type CaseQuery = NonNullable<operations['listCases']['parameters']['query']>
export type SlipQuery = NonNullable<operations['listSlips']['parameters']['query']>
export type DisbursementQuery = NonNullable<operations['listDisbursements']['parameters']['query']>
export type NodeQuery = NonNullable<operations['listNodes']['parameters']['query']>

export type Asset = S['Asset']
export type AssetKind = S['AssetKind']
export type AssetSource = S['AssetSource']
export type AssetBody = Firm<S['AssetRequest'], Exclude<keyof S['AssetRequest'], 'reason'>>
export type Measure = S['Measure']
export type MeasureKind = S['MeasureKind']
export type MeasureBody = S['MeasureRequest']
export type MeasureAct = S['MeasureAct']
export type PaperBody = S['MeasurePaperRequest']
export type PartReleaseBody = S['MeasurePartReleaseRequest']
export type FourChecks = S['FourChecks']
export type Expiry = S['Expiry']
export type ExpiryQuery = NonNullable<operations['listExpiries']['parameters']['query']>
export type Payee = S['Payee']
export type PayeeKind = S['PayeeKind']
export type PayeeBody = S['PayeeRequest']
export type Disbursement = S['Disbursement']
export type DisbursementStep = S['DisbursementStep']
export type DisbursementStatus = S['DisbursementStatus']
export type DisbursementBody = S['DisbursementRequest']
export type Payment = S['Payment']
export type PaymentResultBody = S['PaymentResult']
export type DistributionAsk = S['DistributionRequest']
export type DistributionShare = S['DistributionShare']
export type InterestAsk = S['InterestRequest']
export type FundsPolicyBody = S['FundsPolicyRequest']
export type UploadPolicyBody = S['UploadPolicyRequest']
export type CaseAccount = S['CaseAccount']
export type Receipt = S['Receipt']
export type BankLine = S['BankLine']
export type SuspenseItem = S['SuspenseItem']
export type Statement = S['Statement']
export type StatementRow = S['StatementRow']
export type StatementColumn = S['StatementColumn']
export type StatementMapping = S['StatementMapping']
export type StatementMappingBody = S['StatementMappingRequest']
export type Reconciliation = S['Reconciliation']
export type ReconciliationDay = S['ReconciliationDay']
export type ReconciliationItem = S['ReconciliationItem']
export type ReceiptQuery = NonNullable<operations['listReceipts']['parameters']['query']>
export type StatementRowQuery = NonNullable<operations['listStatementRows']['parameters']['query']>
export type InterestSegment = S['InterestSegment']
export type FundsPolicy = S['FundsPolicy']
export type Paper = S['Paper']
export type PaperStatus = S['PaperStatus']
export type PaperKind = S['PaperKind']
export type NewPaper = S['NewPaper']
export type ServiceManner = S['ServiceManner']
export type ServingBody = S['NewServing']
export type UploadPolicy = S['UploadPolicy']
