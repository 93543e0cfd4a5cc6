import { HttpResponse, http } from 'msw'
import type { Asset, Measure } from '@/api/types'

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

export const assetHandlers = [
  http.get('*/api/v1/cases/:id/assets', () => HttpResponse.json(assets)),
  http.post('*/api/v1/cases/:id/assets', () => HttpResponse.json(asset, { status: 201 })),
]
