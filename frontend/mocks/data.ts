import type {
  CaseDetail,
  CaseSummary,
  CourtNode,
  Extension,
  ImportRun,
  InboxItem,
  Me,
  NodeState,
  SupervisionSlip,
  Suspension,
  TaskSlip,
  Team,
  Transfer,
} from '@/api/types'
import { addDays, daysBetween } from '@/shared/dates'

export const TODAY = '2022-11-01'

export const me: Me = {
  username: 'president',
  name: '王某',
  personId: 'p-1',
  court: { code: '豫0505', name: '安阳市殷都区人民法院' },
  roles: ['president', 'triage', 'admin'],
  team: null,
  today: TODAY,
  demo: true,
}

export const people = [
  { id: 'p-1', username: 'executor-fast-1', name: '王某', team: 'FAST' as Team, roles: ['executor'] },
  { id: 'p-2', username: 'judge-fast-1', name: '李某某', team: 'FAST' as Team, roles: ['judge'] },
  { id: 'p-3', username: 'executor-ordinary-1', name: '赵某', team: 'ORDINARY' as Team, roles: ['executor'] },
  { id: 'p-4', username: 'judge-ordinary-1', name: '孙某', team: 'ORDINARY' as Team, roles: ['judge'] },
]

const teams: Team[] = ['FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS']
const ruleOf = {
  FAST: 'UP_TO_100000',
  ORDINARY: 'ABOVE_100000',
  SPECIAL: 'REFUSAL_OR_CRIMINAL',
  AFFAIRS: 'PRESERVATION',
}
const clauseOf = { FAST: '一(一)1', ORDINARY: '一(二)2', SPECIAL: '一(三)', AFFAIRS: '一(四)2' }
const causes = ['民间借贷纠纷', '物业服务合同纠纷', '买卖合同纠纷', '离婚后财产纠纷', '机动车交通事故责任纠纷']

export const cases: CaseSummary[] = Array.from({ length: 130 }, (_, i) => {
  const team = teams[i % 7 < 3 ? 0 : i % 7 < 5 ? 1 : i % 7 === 5 ? 2 : 3] as Team
  const filedOn = addDays('2022-10-31', -Math.floor(i * 1.3))
  return {
    id: `c-${i}`,
    number: `(2022)豫0505执${team === 'AFFAIRS' ? '保' : ''}${22 + i}号`,
    kind: team === 'AFFAIRS' ? 'PRESERVATION' : 'FIRST',
    cause: causes[i % causes.length] as string,
    matter: 'MONEY',
    claimAmount: (((i * 7919) % 400000) + 1000.5).toFixed(2),
    filedOn,
    team,
    status: i % 11 === 10 ? 'CLOSED' : 'OPEN',
    applicants: ['朱某'],
    respondents: [i % 3 ? '安阳某建筑工程有限公司' : '徐某某'],
    judge: { id: 'p-2', name: '李某某' },
    executor: { id: 'p-1', name: '王某' },
    nextDueOn: addDays(filedOn, i % 2 ? 3 : 40),
    overdue: addDays(filedOn, i % 2 ? 3 : 40) < TODAY,
    version: 1,
  }
})

function node(
  c: CaseSummary,
  code: CourtNode['code'],
  name: string,
  period: number,
  unit: 'DAY' | 'MONTH',
  clause: string,
): CourtNode {
  const dueOn = unit === 'MONTH' ? addDays(c.filedOn, period * 30) : addDays(c.filedOn, period)
  const late = daysBetween(dueOn, TODAY)
  const done = c.filedOn < '2022-09-10' && code !== 'CLOSE_STATUTORY'
  const soon = -late <= Math.max(1, period * (unit === 'MONTH' ? 30 : 1) * 0.3)
  const state: NodeState = done
    ? period === 7
      ? 'DONE_LATE'
      : 'DONE'
    : late > 0
      ? 'OVERDUE'
      : soon
        ? 'DUE_SOON'
        : 'PENDING'
  return {
    id: `${c.id}-${code}`,
    subjectId: null,
    caseId: c.id,
    caseNumber: c.number,
    code,
    name,
    clause,
    caseTeam: c.team,
    responsible:
      code === 'OFFLINE_ASSET_QUERY'
        ? { kind: 'TEAM', team: 'AFFAIRS', people: [] }
        : { kind: 'EXECUTOR', team: null, people: [c.executor!] },
    startOn: c.filedOn,
    period,
    unit,
    rollOver: 'NEXT',
    dueOn,
    dueSoonOn: addDays(dueOn, -2),
    provisional: dueOn > '2023',
    state,
    daysLeft: late > 0 || done ? null : -late,
    workdaysLeft: late > 0 || done ? null : Math.round((-late * 5) / 7),
    daysLate: late > 0 && !done ? late : state === 'DONE_LATE' ? 2 : null,
    doneOn: done ? addDays(dueOn, period === 7 ? 2 : -1) : null,
    evidenceCategory: code.startsWith('CLOSE')
      ? null
      : code === 'FIRST_INTERVIEW'
        ? 'INTERVIEW_RECORD'
        : 'OFFLINE_QUERY_RESULT',
    stop: code.startsWith('CLOSE') ? 'CASE_CLOSED' : 'EVIDENCE',
    evidence: null,
    policyVersion: 1,
    cancelReason: null,
    pauses: [],
    extension: 0,
    extensionLastDay: null,
    version: 1,
    allowed: done || code.startsWith('CLOSE') ? [] : ['COMPLETE'],
  }
}

const nodesOf = (c: CaseSummary): CourtNode[] => [
  node(c, 'FIRST_INTERVIEW', '首次约谈', 3, 'DAY', '二(四)1'),
  node(c, 'OFFLINE_ASSET_QUERY', '线下查询公积金、房产', 7, 'DAY', '一(四)3'),
  node(
    c,
    c.team === 'ORDINARY' ? 'CLOSE_ORDINARY' : 'CLOSE_FAST',
    '快执结案',
    c.team === 'ORDINARY' ? 60 : 40,
    'DAY',
    '一(一)',
  ),
  node(c, 'CLOSE_STATUTORY', '法定执行期限', 6, 'MONTH', '法发〔2006〕35号 第1条'),
]

export const nodes = cases.flatMap(nodesOf).sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))

export const transfer: Transfer = {
  id: 't-1',
  caseId: 'c-1',
  caseNumber: cases[1]!.number,
  from: 'FAST',
  to: 'ORDINARY',
  reason: '发现房产一处，需评估拍卖',
  status: 'ASKED',
  askedBy: { id: 'p-1', name: '王某' },
  askedOn: '2022-10-31',
  lastDay: '2022-11-08',
  decidedBy: null,
  decidedOn: null,
  decisionReason: null,
  paperId: null,
  carriedOutBy: null,
  carriedOutOn: null,
  version: 1,
}

const urged = nodes.find((n) => n.code === 'FIRST_INTERVIEW' && n.state === 'OVERDUE')!

export const slip: SupervisionSlip = {
  id: 's-1',
  number: '督办〔2022〕1号',
  caseId: urged.caseId,
  caseNumber: urged.caseNumber,
  caseTeam: urged.caseTeam,
  node: { ...urged, responsible: { kind: 'EXECUTOR', team: null, people: [{ id: 'p-2', name: '赵某' }] } },
  reason: '首次约谈超期，请说明原因并上传笔录',
  issuedBy: { id: 'p-9', name: '孔某某' },
  issuedOn: '2022-11-01',
  answerDue: '2022-11-04',
  status: 'ISSUED',
  daysLate: null,
  answers: [],
  withdrawal: null,
  version: 1,
  allowed: ['ANSWER'],
}

export const taskSlip: TaskSlip = {
  id: 'ts-1',
  number: '流转〔2022〕1号',
  kind: 'SEIZURE',
  kindName: '查封',
  clause: '一(四)4',
  automatic: false,
  state: 'ASKED',
  caseId: urged.caseId,
  caseNumber: urged.caseNumber,
  caseTeam: urged.caseTeam,
  judge: { id: 'p-1', name: '钱某' },
  target: '李某某名下房产',
  place: null,
  area: '文峰区',
  instructions: null,
  requestedBy: { id: 'p-2', name: '赵某' },
  requestedOn: '2022-11-01',
  signedBy: null,
  signedOn: null,
  receivedBy: null,
  receivedOn: null,
  executor: null,
  officers: [],
  result: null,
  resultBy: null,
  resultOn: null,
  reason: null,
  nodeId: null,
  dueOn: null,
  late: false,
  evidenceCategory: null,
  proved: false,
  evidence: [],
  delegation: null,
  version: 1,
  may: ['SIGN', 'CANCEL'],
  next: [
    { act: 'SIGN', why: null },
    { act: 'CANCEL', why: null },
  ],
}

export const suspension: Suspension = {
  id: 'su-1',
  caseId: 'c-1',
  caseNumber: cases[1]!.number,
  reason: 'SERVICE_BY_PUBLICATION',
  clause: '法发〔2006〕35号第13条',
  from: '2022-11-01',
  resume: '2022-11-15',
  note: '被执行人下落不明，公告送达',
  status: 'ASKED',
  phase: null,
  askedBy: { id: 'p-2', name: '李某某' },
  askedOn: '2022-10-31',
  decidedBy: null,
  decidedOn: null,
  decisionReason: null,
  endedBy: null,
  endedOn: null,
  cancelledBy: null,
  cancelledOn: null,
  cancelReason: null,
  nodes: [{ id: 'n-1', code: 'CLOSE_FAST', name: '快执结案', before: '2022-12-09', after: '2022-12-23' }],
  version: 1,
  allowed: ['APPROVE', 'REFUSE'],
}

export const extension: Extension = {
  id: 'ex-1',
  caseId: 'c-1',
  caseNumber: cases[1]!.number,
  nodeId: 'n-1',
  code: 'CLOSE_FAST',
  name: '快执结案',
  days: 30,
  reason: '评估报告尚未作出',
  clause: '法发〔2006〕35号第1条',
  status: 'ASKED',
  askedBy: { id: 'p-2', name: '李某某' },
  askedOn: '2022-10-30',
  lastDayToAsk: '2022-12-04',
  dueBefore: '2022-12-09',
  dueAfter: '2023-01-09',
  decidedBy: null,
  decidedOn: null,
  decisionReason: null,
  version: 1,
  allowed: ['APPROVE', 'REFUSE'],
}

export function detail(c: CaseSummary): CaseDetail {
  const team = c.team ?? 'FAST'
  const matched = [
    { order: 4, rule: 'PRESERVED_OR_FOUR_CHECKS', clause: '一(一)4', team },
    { order: 6, rule: 'ENTERPRISE', clause: '一(一)3', team },
    { order: 7, rule: ruleOf[team], clause: clauseOf[team], team },
  ]
  return {
    ...c,
    clockWarnings: [
      {
        code: 'TERMINATION_TOO_EARLY',
        clause: '法〔2016〕373号第1条',
        params: { node: 'CLOSE_FAST', house: '2022-12-09', lawfulFrom: '2023-02-01' },
        ways: ['COMPLETE', 'TERMINATE', 'SUSPEND', 'EXTEND'],
      },
    ],
    facts: {
      enterpriseParty: true,
      preserved: true,
      fourChecksSufficient: false,
      auctionNeeded: false,
      refusalOrCriminal: false,
    },
    firstFiledOn: null,
    parties: [
      {
        id: 'pa',
        role: 'APPLICANT',
        kind: 'NATURAL_PERSON',
        name: '朱某',
        idNumber: '4105**********1234',
        phone: '138****0000',
        address: null,
      },
      {
        id: 'pb',
        role: 'RESPONDENT',
        kind: 'ENTERPRISE',
        name: c.respondents[0]!,
        idNumber: null,
        phone: null,
        address: null,
      },
    ],
    triage: {
      team,
      rule: matched[0]!.rule,
      clause: matched[0]!.clause,
      matched,
      policyVersion: 1,
      decidedOn: c.filedOn,
    },
    override: null,
    nodes: nodesOf(c),
    transfers: c.id === 'c-1' ? [transfer] : [],
    transferLastDay: addDays(c.filedOn, 10),
    account: {
      id: 'a',
      caseId: c.id,
      virtualNumber: '622700050500000022',
      balance: '0.00',
      received: '0.00',
      reserved: '0.00',
      inTransit: '0.00',
      paid: '0.00',
      free: '0.00',
      openedOn: c.filedOn,
    },
    closure: null,
    archiving: null,
    allowed: ['EDIT', 'OVERRIDE', 'REASSIGN', 'ASK_TRANSFER', 'CLOSE', 'ASK_SUSPENSION'],
  }
}

export const inbox: InboxItem[] = nodes
  .filter((n) => n.state === 'OVERDUE')
  .slice(0, 14)
  .map((n, i) => ({
    id: `i-${i}`,
    kind: 'NODE_OVERDUE',
    title: `${n.caseNumber} ${n.name}已超期 ${n.daysLate} 天`,
    body: `应于 ${n.dueOn} 前完成（${n.clause}：立案后 ${n.period} 日）。请上传相应材料；未整改前每个工作日通报一次。`,
    link: { caseId: n.caseId, nodeId: n.id },
    forDay: TODAY,
    createdAt: '2022-11-01T00:30:00Z',
    readAt: i > 4 ? '2022-11-01T01:00:00Z' : null,
  }))

export const importRun: ImportRun = {
  id: 'imp-1',
  fileName: 'register-2022.csv',
  sha256: 'a'.repeat(64),
  size: 38185,
  status: 'PREVIEWED',
  encoding: 'UTF-8',
  total: 240,
  checked: 240,
  counts: { NEW: 228, SAME: 2, CONFLICT: 1, BAD: 9 },
  teams: [
    { team: 'FAST', count: 130 },
    { team: 'ORDINARY', count: 60 },
    { team: 'SPECIAL', count: 20 },
    { team: 'AFFAIRS', count: 15 },
    { team: null, count: 3 },
  ],
  committed: 0,
  createdBy: { id: 'p-1', name: '王某' },
  createdAt: '2022-11-01T00:30:00Z',
  failure: null,
}
