import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, ownCase, signIn } from './court'

const CASE = { judge: 'judge-fast-1', executor: 'executor-fast-1' }
/** What officers are sent out for, one slip each. */
const TASKS = ['查封被执行人名下房产并张贴公告', '送达限制消费令', '扣押车辆', '清点屋内财物']
export type Slip = { id: string; number: string; version: number; state: string }

/** The court around its officers: real people who hand work out and take it back, each signed in once. */
export class Court {
  private readonly contexts = new Map<string, { context: BrowserContext; page: Page }>()
  constructor(private readonly browser: Browser) {}

  async of(user: string): Promise<Page> {
    const known = this.contexts.get(user)
    if (known) return known.page
    const context = await this.browser.newContext({ baseURL: process.env.ZHIXING_URL ?? process.env.ZHIXING_BASE_URL })
    const page = await context.newPage()
    this.contexts.set(user, { context, page })
    await signIn(page, user)
    return page
  }

  async get<T>(user: string, path: string): Promise<T> {
    const answer = await (await this.of(user)).request.get(`/api/v1${path}`)
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }

  async post<T>(user: string, path: string, data: object = {}, version?: number): Promise<T> {
    const headers: Record<string, string> = { 'X-Zhixing-Csrf': '1' }
    if (version !== undefined) headers['If-Match'] = `"${version}"`
    const answer = await (await this.of(user)).request.post(`/api/v1${path}`, { data, headers })
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }

  /** A case of its own, and a trip of today with a slip for each task: asked for, signed, received, assigned. */
  async sendOut(officer: string) {
    const subject = await ownCase(await this.of('triage'), CASE)
    const { personId } = await this.get<{ personId: string }>(officer, '/me')
    const slips: Slip[] = []
    for (const target of TASKS) {
      const ask = {
        caseIds: [subject.id],
        kind: 'SEIZURE',
        target,
        place: '殷都区某某路 12 号院',
        area: '殷都区',
        instructions: '公告须拍照；在场人拒签的记明见证人。',
      }
      const asked = await this.post<{ slips: Slip[] }>(CASE.executor, '/task-slips', ask)
      let slip = asked.slips[0]!
      const step = async (user: string, act: string, data = {}) => {
        slip = await this.post<Slip>(user, `/task-slips/${slip.id}/${act}`, data, slip.version)
      }
      await step(CASE.judge, 'signature')
      await step('leader-affairs', 'receipt')
      await step('leader-affairs', 'assignment', { executorId: personId, others: [] })
      slips.push(slip)
    }
    // Of this run alone: officers share their day with what other stories sent them out for.
    const trip = `城东线 ${subject.number}`
    const { today } = await this.get<{ today: string }>('leader-affairs', '/me')
    await this.post('leader-affairs', '/trips', {
      on: today,
      title: trip,
      officers: [personId],
      slipIds: slips.map((slip) => slip.id),
    })
    return { subject, trip, slips, judge: CASE.judge, executor: CASE.executor, tasks: TASKS }
  }

  async goHome() {
    for (const { context } of this.contexts.values()) await context.close()
    this.contexts.clear()
  }
}
