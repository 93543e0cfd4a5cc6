import { HttpResponse, http } from 'msw'
import type { Disbursement, Payee, Receipt, Statement, SuspenseItem } from '@/api/types'
import { cases, TODAY } from './data'

const at = (path: string) => `*/api/v1${path}`
const page = <T>(items: T[]) => HttpResponse.json({ items, next: null })
const first = cases[0]!
const judge = { id: 'p-2', name: '李某某' }
const executor = { id: 'p-1', name: '王某' }

const line = (n: number, party: string, amount: string, remark: string): Receipt['line'] => ({
  id: `l-${n}`,
  serial: `2022102800000${n}`,
  at: '2022-10-28T10:20:00',
  valueOn: '2022-10-28',
  moneyIn: amount,
  moneyOut: null,
  party,
  partyAccount: '***************3445',
  virtualNumber: null,
  remark,
  balance: '180076.14',
  matched: 'REMARK',
  why: 'CASE_NUMBER',
  caseId: first.id,
  caseNumber: first.number,
  statementId: 'st-1',
  transactionId: `t-${n}`,
})

const receipts: Receipt[] = [
  {
    id: 'r-1',
    caseId: first.id,
    caseNumber: first.number,
    receivedOn: '2022-10-08',
    amount: '30076.14',
    reserved: '0.00',
    paid: '0.00',
    free: '30076.14',
    left: '30076.14',
    status: 'WAITING',
    line: line(1, '徐某某', '30076.14', `还款${first.number}`),
    clock: { nodeId: 'n-1', state: 'OVERDUE', dueOn: '2022-10-28', workdaysLeft: null, workdaysLate: 2, doneOn: null },
    version: 1,
  },
  {
    id: 'r-2',
    caseId: first.id,
    caseNumber: first.number,
    receivedOn: '2022-10-28',
    amount: '69923.86',
    reserved: '69923.86',
    paid: '0.00',
    free: '0.00',
    left: '69923.86',
    status: 'WAITING',
    line: line(2, '徐某某', '69923.86', `还款${first.number}`),
    clock: { nodeId: 'n-2', state: 'PENDING', dueOn: '2022-11-18', workdaysLeft: 13, workdaysLate: null, doneOn: null },
    version: 1,
  },
]

export const payee: Payee = {
  id: 'pay-1',
  caseId: first.id,
  kind: 'APPLICANT',
  name: '朱某',
  bankName: '中国工商银行安阳分行',
  accountNumber: '6222020200001230123',
  writtenBy: executor,
  writtenOn: '2022-10-31',
  confirmedBy: judge,
  confirmedOn: TODAY,
  ready: true,
  active: true,
  version: 2,
  allowed: ['DEACTIVATE'],
}

export const disbursement: Disbursement = {
  id: 'd-1',
  number: '案款发〔2022〕1号',
  caseId: first.id,
  caseNumber: first.number,
  caseTeam: 'FAST',
  applicants: first.applicants,
  respondents: first.respondents,
  judge,
  executor,
  amount: '100000.00',
  reason: '发放执行案款',
  status: 'APPLIED',
  waitsFor: 'JUDGE',
  needsPresident: false,
  presidentAbove: '500000.00',
  policyVersion: 1,
  appliedBy: executor,
  appliedOn: TODAY,
  stayed: false,
  steps: [{ step: 'APPLY', person: executor, on: TODAY, refused: false, reason: null }],
  payments: [
    {
      id: 'p-1',
      number: 'ZF2022-000001',
      payeeId: payee.id,
      kind: 'APPLICANT',
      payee: payee.name,
      bankName: payee.bankName,
      accountNumber: payee.accountNumber,
      ready: true,
      amount: '100000.00',
      status: 'APPLIED',
      batchId: null,
      bankReason: null,
      bankSerial: null,
      settledOn: null,
    },
  ],
  receipts: [
    {
      id: 'r-1',
      receivedOn: '2022-10-08',
      amount: '30076.14',
      part: '30076.14',
      ageDays: 24,
      dueOn: '2022-10-28',
      overdue: true,
    },
    {
      id: 'r-2',
      receivedOn: '2022-10-28',
      amount: '69923.86',
      part: '69923.86',
      ageDays: 4,
      dueOn: '2022-11-18',
      overdue: false,
    },
  ],
  version: 1,
  allowed: ['APPROVE', 'REFUSE'],
}

export const suspense: SuspenseItem = {
  id: 's-1',
  receivedOn: '2022-10-08',
  ageDays: 24,
  amount: '9496.41',
  line: {
    ...line(3, '林某', '9496.41', '案款：'),
    matched: 'SUSPENSE',
    why: 'NO_NUMBER',
    caseId: null,
    caseNumber: null,
  },
  caseId: null,
  caseNumber: null,
  receiptId: null,
  suggestions: [{ caseId: first.id, caseNumber: first.number, claimAmount: '9496.41', reasons: ['AMOUNT_IS_CLAIM'] }],
  claims: [],
  may: ['CLAIM'],
  version: 1,
}

export const statement: Statement = {
  id: 'st-1',
  fileName: 'statement-2022-10.csv',
  sha256: 'a'.repeat(64),
  size: 14_000,
  mappingId: 'm-1',
  mappingName: '通用格式',
  status: 'PREVIEWED',
  total: 120,
  checked: 120,
  counts: { NEW: 120, SAME: 0, CONFLICT: 0, BAD: 0 },
  ways: [
    { matched: 'VIRTUAL', count: 40, amount: '830076.14' },
    { matched: 'REMARK', count: 50, amount: '630000.00' },
    { matched: 'SUSPENSE', count: 20, amount: '99496.41' },
    { matched: 'OUT', count: 10, amount: '13550.08' },
  ],
  committed: 0,
  gapCount: 0,
  gaps: [],
  createdBy: executor,
  createdAt: '2022-11-01T00:30:00Z',
  committedBy: null,
  failure: null,
}

export const fundsHandlers = [
  http.get(at('/receipts'), () => page(receipts)),
  http.get(at('/suspense/ageing'), () =>
    HttpResponse.json([
      { fromDays: 0, toDays: 7, items: 2, amount: '3000.00' },
      { fromDays: 8, toDays: 30, items: 5, amount: '29496.41' },
      { fromDays: 31, toDays: 90, items: 0, amount: '0.00' },
      { fromDays: 91, toDays: null, items: 0, amount: '0.00' },
    ]),
  ),
  http.get(at('/suspense'), ({ request }) => page(request.url.includes('claimed=true') ? [] : [suspense])),
  // It waits for the case's judge, whom the mock's person is not.
  http.get(at('/disbursements'), ({ request }) => page(request.url.includes('waiting=true') ? [] : [disbursement])),
  http.get(at('/payment-batches'), () => page([])),
  http.get(at('/cases/:id/payees'), () => HttpResponse.json([payee])),
  http.get(at('/cases/:id/account/entries'), () => page([])),
  http.get(at('/cases/:id/account/series'), () =>
    HttpResponse.json([
      { day: '2022-10-08', moneyIn: '30076.14', moneyOut: '0.00', balance: '30076.14' },
      { day: '2022-10-28', moneyIn: '69923.86', moneyOut: '0.00', balance: '100000.00' },
    ]),
  ),
  http.get(at('/cases/:id/account'), ({ params }) =>
    HttpResponse.json({
      id: 'a-1',
      caseId: params.id,
      virtualNumber: '8050500000000018',
      balance: '100000.00',
      received: '100000.00',
      reserved: '69923.86',
      inTransit: '0.00',
      paid: '0.00',
      free: '30076.14',
      openedOn: '2022-10-31',
    }),
  ),
  http.get(at('/statements'), () => page([statement])),
  http.get(at('/statements/:id/rows'), () => page([])),
  http.get(at('/statements/:id'), () => HttpResponse.json(statement)),
  http.get(at('/statement-mappings'), () => HttpResponse.json([])),
  http.get(at('/funds-policies'), () => HttpResponse.json([])),
]
