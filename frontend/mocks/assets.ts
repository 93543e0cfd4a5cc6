import { HttpResponse, http } from 'msw'
import type { Asset, Expiry, FourChecks, Measure } from '@/api/types'

export const measure: Measure = {
  id: 'm-1',
  kind: 'SEIZE',
  status: 'RUNNING',
  otherCourt: null,
  document: '（2022）豫0505执12号之一',
  takenOn: '2022-10-11',
  place: 1,
  startsOn: '2022-10-11',
  endsOn: '2025-10-11',
  daysLeft: 1075,
  renewableTo: '2028-10-11',
  releasedOn: null,
  releaseReason: null,
  releasedAmount: '0.00',
  releasedParts: [],
  acts: [],
  version: 1,
}

export const asset: Asset = {
  id: 'a-1',
  caseId: 'c-0',
  kind: 'REAL_ESTATE',
  respondent: '李某某',
  description: '文峰区某小区 3 号楼 101 室',
  holder: '安阳市不动产登记中心',
  identifier: '豫2022安阳市不动产1234',
  value: '350000.00',
  appraised: false,
  source: 'OFFLINE_CHECK',
  foundOn: '2022-10-10',
  disposable: true,
  reason: null,
  writtenBy: { id: 'p-1', name: '赵某' },
  writtenOn: '2022-10-10',
  version: 1,
  measures: [measure],
}

const expired: Measure = {
  ...measure,
  id: 'm-2',
  kind: 'FREEZE',
  status: 'EXPIRED',
  startsOn: '2021-10-12',
  endsOn: '2022-10-12',
  takenOn: '2021-10-12',
  daysLeft: null,
  renewableTo: null,
}
const first: Measure = { ...measure, id: 'm-3', otherCourt: '文峰区人民法院', endsOn: '2022-12-20', daysLeft: 40 }
const waiting: Measure = {
  ...measure,
  id: 'm-4',
  status: 'WAITING',
  place: 2,
  startsOn: null,
  endsOn: null,
  daysLeft: null,
  renewableTo: null,
}

export const assets: Asset[] = [
  asset,
  {
    ...asset,
    id: 'a-2',
    kind: 'DEPOSIT',
    description: '某银行文峰支行存款',
    identifier: '6222000000001234',
    value: '12800.50',
    source: 'ONLINE_CHECK',
    disposable: false,
    measures: [expired],
  },
  {
    ...asset,
    id: 'a-3',
    kind: 'VEHICLE',
    description: '小型轿车',
    identifier: '豫E12345',
    value: null,
    source: 'CLUE',
    disposable: false,
    measures: [first, waiting],
  },
]

export const fourChecks: FourChecks = {
  verdict: 'SUFFICIENT',
  claim: '60000.00',
  counted: '362800.50',
  shortBy: '0.00',
  behind: '0.00',
  unvalued: 1,
  checks: [
    { kind: 'DEPOSIT', asked: 1, respondents: 1, lastOn: '2022-10-20', found: 1, value: '12800.50' },
    { kind: 'REAL_ESTATE', asked: 1, respondents: 1, lastOn: '2022-10-20', found: 1, value: '350000.00' },
    { kind: 'VEHICLE', asked: 1, respondents: 1, lastOn: '2022-10-20', found: 1, value: '0.00' },
    { kind: 'BUSINESS', asked: 0, respondents: 1, lastOn: null, found: 0, value: '0.00' },
  ],
  recorded: false,
  differs: true,
  hint: { team: 'FAST', rule: 'PRESERVED_OR_FOUR_CHECKS', clause: '一(一)4', now: 'ORDINARY' },
}

export const expiry: Expiry = {
  id: 'm-1',
  assetId: 'a-1',
  caseId: 'c-0',
  caseNumber: '(2022)豫0505执1号',
  team: 'FAST',
  judge: { id: 'p-2', name: '王某' },
  executor: { id: 'p-1', name: '赵某' },
  assetKind: 'DEPOSIT',
  respondent: '李某某',
  description: '某银行文峰支行存款',
  holder: null,
  held: '12800.50',
  kind: 'FREEZE',
  document: '（2022）豫0505执12号之一',
  startsOn: '2021-12-01',
  endsOn: '2022-12-01',
  daysLeft: 31,
  renewBy: '2022-11-24',
}

export const assetHandlers = [
  http.get('*/api/v1/cases/:id/four-checks', () => HttpResponse.json(fourChecks)),
  http.get('*/api/v1/four-check-hints', () =>
    HttpResponse.json({
      items: [
        { caseId: 'c-0', caseNumber: '(2022)豫0505执1号', filedOn: '2022-10-10', respondents: ['李某某'], fourChecks },
      ],
      next: null,
    }),
  ),
  http.get('*/api/v1/expiring-measures', () => HttpResponse.json({ items: [expiry], next: null })),
  http.get('*/api/v1/expiring-measures/weeks', () =>
    HttpResponse.json([{ from: '2022-11-28', count: 1, held: '12800.50' }]),
  ),
  http.get('*/api/v1/query-imports', () => HttpResponse.json({ items: [], next: null })),
  http.get('*/api/v1/cases/:id/assets', () => HttpResponse.json(assets)),
  http.post('*/api/v1/cases/:id/assets', () => HttpResponse.json(asset, { status: 201 })),
]
