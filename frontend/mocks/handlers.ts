import { HttpResponse, http } from 'msw'
import type { NodeCounts } from '@/api/types'
import { addDays, weekdayIndex } from '@/shared/dates'
import { assetHandlers } from './assets'
import {
  cases,
  detail,
  extension,
  importRun,
  inbox,
  me,
  nodes,
  people,
  slip,
  suspension,
  TODAY,
  transfer,
} from './data'
import { dossierHandlers } from './dossier'
import { fundsHandlers } from './funds'

const at = (path: string) => `*/api/v1${path}`
const events = (event: string, data: unknown) =>
  new HttpResponse(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`, {
    headers: { 'Content-Type': 'text/event-stream' },
  })

function page<T>(items: T[], url: URL) {
  const start = Number(url.searchParams.get('cursor') ?? 0)
  const limit = Number(url.searchParams.get('limit') ?? 40)
  return HttpResponse.json({
    items: items.slice(start, start + limit),
    next: start + limit < items.length ? String(start + limit) : null,
  })
}

function days(from: string, to: string) {
  const list = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const why =
      date === from ? 'START' : weekdayIndex(date) > 4 ? 'REST_DAY' : date === '2022-10-20' ? 'SUSPENDED' : 'COUNTED'
    list.push({ date, counted: why === 'COUNTED', why })
  }
  return { due: to, provisional: to > '2023', days: list }
}

const counts = (): NodeCounts => {
  const cells = new Map<string, NodeCounts['cells'][number]>()
  for (const n of nodes) {
    const key = `${n.caseTeam} ${n.code} ${n.state}`
    const cell = cells.get(key) ?? { team: n.caseTeam, code: n.code, state: n.state, count: 0 }
    cells.set(key, { ...cell, count: cell.count + 1 })
  }
  const strip = Array.from({ length: 20 }, (_, i) => addDays(TODAY, i)).filter((d) => weekdayIndex(d) < 5)
  return {
    today: TODAY,
    cells: [...cells.values()],
    people: [
      { person: people[0]!, team: 'FAST', state: 'OVERDUE', count: 12 },
      { person: people[0]!, team: 'FAST', state: 'DUE_SOON', count: 4 },
      { person: people[2]!, team: 'ORDINARY', state: 'OVERDUE', count: 3 },
    ],
    strip: strip
      .slice(0, 14)
      .map((date) => ({ date, workday: true, count: nodes.filter((n) => n.dueOn === date).length })),
  }
}

export const handlers = [
  ...dossierHandlers,
  ...assetHandlers,
  ...fundsHandlers,
  http.get(at('/me'), () => HttpResponse.json(me)),
  http.get(at('/inbox/count'), () => HttpResponse.json({ unread: inbox.filter((i) => !i.readAt).length })),
  http.get(at('/inbox/events'), () => events('inbox', { unread: 5 })),
  http.get(at('/inbox'), ({ request }) => {
    const url = new URL(request.url)
    return page(url.searchParams.get('unread') ? inbox.filter((i) => !i.readAt) : inbox, url)
  }),
  http.get(at('/people'), () => HttpResponse.json(people)),
  http.get(at('/cases'), ({ request }) => {
    const url = new URL(request.url)
    const q = url.searchParams.get('q') ?? ''
    const team = url.searchParams.get('team')
    return page(
      cases.filter((c) => (!team || c.team === team) && (c.number.includes(q) || c.respondents.join().includes(q))),
      url,
    )
  }),
  http.get(at('/cases/:id/timeline'), () =>
    HttpResponse.json({
      items: [
        {
          id: 2,
          at: '2022-10-31T02:10:00Z',
          actor: '刘某',
          action: 'HANDLERS_ASSIGNED',
          text: '分配承办人：李某某、王某',
        },
        {
          id: 1,
          at: '2022-10-31T02:09:00Z',
          actor: '刘某',
          action: 'CASE_FILED',
          text: '立案并分流至快执团队',
        },
      ],
      next: null,
    }),
  ),
  http.get(at('/cases/:id'), ({ params }) => {
    const found = cases.find((c) => c.id === params.id)
    return found
      ? HttpResponse.json(detail(found))
      : HttpResponse.json(
          { type: 'urn:zhixing:problem:not-found', title: '没有这个案件', status: 404, code: 'not-found' },
          { status: 404 },
        )
  }),
  http.post(at('/cases/:id/transfers'), () =>
    HttpResponse.json(
      {
        type: 'urn:zhixing:problem:transfer-too-late',
        title: '移转申请已过期限',
        status: 422,
        code: 'transfer-too-late',
        clause: '一(一)',
        fact: '最后可申请日为 2022-10-20',
        remedy: '请立案分流岗说明理由后调整团队',
      },
      { status: 422 },
    ),
  ),
  http.get(at('/transfers'), ({ request }) =>
    page(new URL(request.url).searchParams.get('status') === 'ASKED' ? [transfer] : [], new URL(request.url)),
  ),
  http.get(at('/suspensions'), ({ request }) => page([suspension], new URL(request.url))),
  http.get(at('/extensions'), ({ request }) => page([extension], new URL(request.url))),
  http.get(at('/cases/:id/suspensions'), ({ params }) => HttpResponse.json(params.id === 'c-1' ? [suspension] : [])),
  http.get(at('/cases/:id/extensions'), ({ params }) => HttpResponse.json(params.id === 'c-1' ? [extension] : [])),
  http.post(at('/cases/:id/suspensions/preview'), () => HttpResponse.json({ nodes: suspension.nodes })),
  http.get(at('/papers'), () => HttpResponse.json({ items: [], next: null })),
  http.get(at('/paper-kinds'), () => HttpResponse.json([])),
  http.get(at('/archive-loans'), () => HttpResponse.json({ items: [], next: null })),
  http.get(at('/referrals'), () => HttpResponse.json({ items: [], next: null })),
  http.get(at('/cases/:id/referrals'), () => HttpResponse.json([])),
  http.get(at('/cases/:id/panels'), () => HttpResponse.json([])),
  http.get(at('/stand-ins'), () => HttpResponse.json([])),
  http.get(at('/task-slips'), () => HttpResponse.json({ items: [], next: null })),
  http.get(at('/task-slips/counts'), () => HttpResponse.json([])),
  http.get(at('/task-slips/kinds'), () => HttpResponse.json([])),
  http.get(at('/trips'), () => HttpResponse.json([])),
  http.get(at('/trips/proposal'), () => HttpResponse.json([])),
  http.get(at('/supervision-slips'), ({ request }) => page([slip], new URL(request.url))),
  http.get(at('/nodes/counts'), () => HttpResponse.json(counts())),
  http.get(at('/nodes/:id/days'), ({ params }) => {
    const found = nodes.find((n) => n.id === params.id)!
    return HttpResponse.json(days(found.startOn, String(found.dueOn)))
  }),
  http.get(at('/nodes/:id'), ({ params }) => HttpResponse.json(nodes.find((n) => n.id === params.id))),
  http.get(at('/nodes'), ({ request }) => {
    const url = new URL(request.url)
    const ask = (name: string) => url.searchParams.get(name)
    return page(
      nodes.filter(
        (n) =>
          (!ask('state') || url.searchParams.getAll('state').includes(n.state)) &&
          (!ask('team') || n.caseTeam === ask('team')) &&
          (!ask('code') || n.code === ask('code')),
      ),
      url,
    )
  }),
  http.post(at('/triage/preview'), () =>
    HttpResponse.json({ ...detail(cases[0]!).triage, facts: { ...cases[0], ...detail(cases[0]!).facts } }),
  ),
  http.post(at('/deadlines/preview'), async ({ request }) => {
    const ask = (await request.json()) as { start: string; period: number }
    return HttpResponse.json(days(ask.start, addDays(ask.start, ask.period)))
  }),
  http.get(at('/imports'), ({ request }) => page([importRun], new URL(request.url))),
  http.get(at('/imports/:id/events'), () => events('progress', importRun)),
  http.get(at('/imports/:id/rows'), ({ request }) => {
    const url = new URL(request.url)
    const bad = url.searchParams.get('outcome') === 'BAD'
    const values = {
      案号: '(2022)豫0505执9001号',
      立案日期: '2022-02-30',
      执行标的额: '5000.00',
      申请执行人: '王某',
      被执行人: '李某',
    }
    return page(
      [
        {
          row: 1,
          line: 2,
          outcome: bad ? 'BAD' : 'NEW',
          number: values.案号,
          team: bad ? null : 'FAST',
          rule: bad ? null : 'UP_TO_100000',
          clause: '一(一)1',
          values,
          errors: bad
            ? [{ line: 2, column: '立案日期', value: '2022-02-30', reason: '不是有效日期：2 月没有 30 日' }]
            : [],
          conflicts: [],
          caseId: null,
        },
      ],
      url,
    )
  }),
  http.get(at('/imports/:id'), () => HttpResponse.json(importRun)),
  http.get(at('/calendars'), () => HttpResponse.json([2021, 2022, 2023].map((year) => ({ year, published: true })))),
  http.get(at('/calendars/:year'), ({ params }) =>
    HttpResponse.json({
      year: Number(params.year),
      published: true,
      holidays: ['01', '02', '03', '04', '05', '06', '07'].map((d) => ({
        date: `${params.year}-10-${d}`,
        name: '国庆节',
      })),
      workdays: [{ date: `${params.year}-10-08`, name: '国庆节' }],
    }),
  ),
  http.get(at('/policies/triage'), () =>
    HttpResponse.json([
      {
        version: 1,
        effectiveFrom: '2000-01-01',
        document: { rules: [{ order: 0, rule: 'PRESERVATION', team: 'AFFAIRS', clause: '一(四)2' }] },
      },
    ]),
  ),
  http.get(at('/policies/nodes'), () =>
    HttpResponse.json([
      {
        version: 1,
        effectiveFrom: '2000-01-01',
        document: {
          policies: [
            {
              code: 'FIRST_INTERVIEW',
              name: '首次约谈',
              period: 3,
              unit: 'DAY',
              rollOver: 'NEXT',
              evidence: 'INTERVIEW_RECORD',
              clause: '二(四)1',
            },
          ],
        },
      },
    ]),
  ),
]
