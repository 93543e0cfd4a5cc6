import { expect, showsWell, test } from './court'
import { Court, type Slip } from './officers'
import { Phone } from './phone'

// Officers in the field, against the real system: people sign in through Keycloak, slips come by the court's own steps,
// uploads meet the real checks. Only the net between phone and server is ours, since it must break.

const OFFICER = 'executor-affairs-1'
const OTHER = 'executor-affairs-2'
const WAIT = { timeout: 90_000 }

interface Taken {
  id: string
  itemId: string
  kind: string
  sha256: string
  by: { name: string }
  position: { lat: number; lng: number; accuracy: number } | null
  noPosition: string | null
}
interface Filed {
  items: { items: { id: string; sha256: string; place: string; takenAt: string; source: string }[] }
}

let court: Court
let out: Awaited<ReturnType<Court['sendOut']>>
let phone: Phone

test.describe.configure({ timeout: 240_000 })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  court = new Court(browser)
  out = await court.sendOut(OFFICER)
})
test.afterAll(() => court.goHome())
test.beforeEach(async () => {
  phone = new Phone()
  await phone.buy()
})
test.afterEach(() => phone.throwAway())

async function settleIn(user = OFFICER) {
  await phone.open()
  await phone.signIn(user)
  await phone.ready()
}
const slipCard = (n: number) =>
  phone.page.getByRole('link').filter({ hasText: out.subject.number }).filter({ hasText: out.tasks[n] })
const openSlip = (n: number) => slipCard(n).click()
const takenFor = (n: number) => court.get<Taken[]>(out.judge, `/field/captures?slipId=${out.slips[n]!.id}`)
const slipNow = (n: number) => court.get<Slip & { result: string }>(out.judge, `/task-slips/${out.slips[n]!.id}`)

async function writeRecord() {
  const { page } = phone
  await page.getByRole('link', { name: '笔录' }).click()
  await page.getByRole('button', { name: '添加一问' }).click()
  await page.getByLabel('问 1').fill('是否收到执行通知书？')
  await page.getByLabel('答 1').fill('收到了。')
  await page.getByLabel('经过').fill('到达现场后核对身份，张贴查封公告。')
  for (const [i, name] of ['周某', '吴某'].entries()) {
    await page.getByRole('button', { name: '添加在场人' }).click()
    await page.getByLabel('姓名').nth(i).fill(name)
    await page
      .getByLabel('身份')
      .nth(i)
      .fill(i ? '在场人' : '被执行人')
  }
  await expect(page.getByRole('button', { name: '完成笔录' })).toBeDisabled()
  await page.waitForTimeout(300)
  await page.reload()
  await expect(page.getByLabel('答 1')).toHaveValue('收到了。')

  await page.getByRole('button', { name: '签名', exact: true }).first().click()
  await page.locator('canvas').scrollIntoViewIfNeeded()
  const pad = (await page.locator('canvas').boundingBox())!
  await page.mouse.move(pad.x + 40, pad.y + 60)
  await page.mouse.down()
  for (let i = 0; i < 12; i++) await page.mouse.move(pad.x + 40 + i * 18, pad.y + 60 + (i % 3) * 30)
  await page.mouse.up()
  await phone.look('record-sign')
  await page.getByRole('button', { name: '确认签名' }).click()
  await expect(page.getByLabel('经过')).toBeDisabled()
  await page.getByRole('button', { name: '拒绝签名' }).click()
  await page.getByLabel('拒签原因').fill('认为内容不实')
  await page.getByLabel('见证人').fill('孙某')
  await page.getByRole('button', { name: '记录拒签' }).click()
  await phone.look('record-done')
  await page.getByRole('button', { name: '完成笔录' }).click()
  await expect(page.locator('[data-capture]').filter({ hasText: '笔录' })).toBeVisible()
}

test('20 captures in airplane mode outlive a killed tab and a restart, arrive once each, and then the result', async () => {
  await settleIn()
  await expect(phone.page.getByText(out.trip)).toBeVisible()
  await expect(slipCard(0)).toBeVisible()
  await phone.look('today')
  await openSlip(0)
  const photos = await phone.photos(17)
  await phone.offline(true)
  for (const photo of photos) await phone.shoot(photo)
  await phone.page.getByRole('button', { name: '录音' }).click()
  await expect(phone.page.getByRole('button', { name: /停止录音 0:0[2-9]/ })).toBeVisible()
  await phone.page.getByRole('button', { name: '停止录音' }).click()
  await expect(phone.page.locator('[data-capture]')).toHaveCount(18)
  await writeRecord()
  await expect(phone.counter()).toContainText('19 项待发送')

  // A recording is under way when the tab dies: what was heard is the twentieth.
  await phone.page.getByRole('button', { name: '录音' }).click()
  await expect(phone.page.getByRole('button', { name: /停止录音 0:0[3-9]/ })).toBeVisible()
  await phone.look('recording')
  await phone.killTab()
  await phone.turnOff()
  await phone.unlock()
  await phone.offline(true)
  await phone.open()
  await expect(phone.page.getByText(out.trip)).toBeVisible()
  await expect(phone.page.getByTestId('as-of')).toContainText('数据截至')
  await expect(phone.counter()).toContainText('20 项待发送')
  await expect(phone.counter()).toContainText('离线')

  await openSlip(0)
  await expect(phone.page.locator('[data-capture]').first()).toContainText('中断')
  const sounds = [await phone.hashOf('录音', 0), await phone.hashOf('录音', 1)]
  await expect(phone.page.locator('audio').first()).toHaveJSProperty('error', null)
  const record = await phone.hashOf('笔录')
  await phone.page.getByLabel('办理结果').fill('已查封并张贴公告，取证 20 项。')
  await phone.page.getByRole('button', { name: '交回' }).click()
  await expect(phone.result()).toContainText('本单还有 20 项取证未入卷')
  await expect(phone.counter()).toContainText('21 项待发送')
  await phone.look('slip-offline')
  expect(await takenFor(0)).toEqual([])

  phone.net.cuts = 2
  await phone.offline(false)
  await expect(phone.counter()).toContainText('全部已入卷', WAIT)
  const filed = await takenFor(0)
  const said = [...photos.map((photo) => photo.sha256), ...sounds, record].sort()
  expect(filed.map((one) => one.sha256).sort()).toEqual(said)
  expect(new Set(filed.map((one) => one.itemId)).size).toBe(20)
  expect(filed.map((one) => one.position)).toEqual(Array(20).fill({ lat: 36.1, lng: 114.35, accuracy: 12 }))
  // A cut upload went on from where it was cut.
  expect(phone.net.resumed.length).toBeGreaterThanOrEqual(2)

  // What the server's own check hashed when the bytes were there; of the record the item is its paper.
  const { items } = await court.get<Filed>(out.judge, `/cases/${out.subject.id}/dossier?limit=100`)
  expect(items.items).toHaveLength(20)
  const hashed = new Map(items.items.map((item) => [item.id, item.sha256]))
  const bytes = filed.filter((one) => one.kind !== 'RECORD')
  expect(bytes).toHaveLength(19)
  for (const one of bytes) expect(hashed.get(one.itemId)).toBe(one.sha256)

  // The result came after them, once.
  expect(await slipNow(0)).toMatchObject({ state: 'RESULT_IN', result: '已查封并张贴公告，取证 20 项。' })
  const steps = await court.get<{ act: string }[]>(out.judge, `/task-slips/${out.slips[0]!.id}/steps`)
  expect(steps.filter((step) => step.act === 'HAND_IN')).toHaveLength(1)
  await expect(phone.result()).toContainText('已交回')
  await phone.page.getByRole('link', { name: '待发箱' }).click()
  await expect(phone.rows('FILED')).toHaveCount(20)
  await phone.look('outbox-filed')

  // The handlers see where and when.
  const judge = await court.of(out.judge)
  await judge.setViewportSize({ width: 1440, height: 900 })
  await judge.goto(`/task-slips/${out.slips[0]!.id}`)
  await expect(judge.getByText('位置 36.10000, 114.35000（±12 米）')).toHaveCount(20)
  await showsWell(judge, 'slip-taken')
})

test('a lost session stops the sending and not the capturing; signed out, the phone is shut to everybody else', async () => {
  await phone.forbidPosition()
  await settleIn()
  await openSlip(1)
  await expect(phone.page.getByText('未允许定位：取证会注明没有位置')).toBeVisible()
  const photos = await phone.photos(5)
  await phone.shoot(photos[0]!)
  await expect(phone.rows('FILED')).toHaveCount(1, WAIT)
  await phone.loseSession()
  await phone.shoot(photos[1]!)
  await expect(phone.page.getByRole('alert')).toContainText('登录已失效')
  await phone.shoot(photos[2]!)
  await expect(phone.page.getByText('需要登录')).toHaveCount(2)
  await expect(phone.page.getByText('无位置：未允许定位')).toHaveCount(3)
  await phone.look('session-lost')
  await phone.signIn(OFFICER)
  await expect(phone.page.getByRole('heading', { name: '查封' })).toBeVisible()
  await expect(phone.counter()).toContainText('全部已入卷', WAIT)
  expect((await takenFor(1)).map((one) => one.noPosition)).toEqual(['DENIED', 'DENIED', 'DENIED'])

  // Signed out without a net, with something unsent: said before, shut after. All the while nobody reads it off the disk.
  await phone.offline(true)
  await phone.shoot(photos[3]!)
  await expect(phone.page.getByText(out.subject.number).first()).toBeVisible()
  const meanwhile = await phone.onDisk()
  // What is filed stays on the phone until its officer removes it or signs out.
  expect(meanwhile).toContain('captures:4')
  expect(meanwhile).toContain('holder:1')
  for (const word of ['李某某', out.subject.number, '殷都区', photos[3]!.sha256]) expect(meanwhile).not.toContain(word)
  await phone.page.getByRole('button', { name: '退出登录' }).click()
  await expect(phone.page.getByRole('dialog')).toContainText('还有 1 项没有入卷')
  await phone.look('sign-out')
  await phone.page.getByRole('button', { name: '确认退出' }).click()
  await expect(phone.page.getByText('需联网登录一次')).toBeVisible()
  const left = await phone.onDisk()
  expect(left).toContain('captures:1')
  expect(left).toContain('holder:0')
  for (const word of ['李某某', out.subject.number, '殷都区', 'A-KEY', photos[3]!.sha256])
    expect(left).not.toContain(word)

  // As soon as there is a net the server hears of it, and the next person signs in as themselves.
  await phone.leaves(() => phone.offline(false))
  await phone.signIn(OTHER)
  await expect(phone.page.getByText('本机另有 1 项他人未发送的取证')).toBeVisible()
  await expect(phone.page.getByTestId('as-of')).toBeVisible()
  await expect(phone.page.getByText(out.subject.number)).toHaveCount(0)
  await phone.look('another-person')
  expect(await phone.onDisk()).not.toContain(photos[3]!.sha256)
  expect(await takenFor(1)).toHaveLength(3)
  await phone.page.getByRole('button', { name: '退出登录' }).click()
  await phone.leaves(() => phone.page.getByRole('button', { name: '确认退出' }).click())
  await phone.signIn(OFFICER)
  await expect(phone.counter()).toContainText('全部已入卷', WAIT)
  await expect.poll(async () => (await takenFor(1)).length, WAIT).toBe(4)
  expect((await takenFor(1)).map((one) => one.sha256)).toEqual(photos.slice(0, 4).map((photo) => photo.sha256))

  // After seven days without the server the phone shows nothing, and still holds what is unsent.
  await openSlip(1)
  await phone.offline(true)
  await phone.shoot(photos[4]!)
  await phone.page.clock.setFixedTime(Date.now() + 6 * 86_400_000)
  await phone.open()
  await expect(phone.page.getByText('本机已多日未联网')).toBeVisible()
  await phone.page.clock.setFixedTime(Date.now() + 7 * 86_400_000 + 60_000)
  await phone.open()
  await expect(phone.page.getByText('需联网登录一次')).toBeVisible()
  expect(await phone.onDisk()).not.toContain('A-KEY')
  await phone.page.clock.setFixedTime(Date.now())
  await phone.offline(false)
  await phone.open()
  await expect.poll(async () => (await takenFor(1)).length, WAIT).toBe(5)
})

test('what is refused is kept and explained: mended to another slip, exported before it may go, the result taken back', async () => {
  await settleIn()
  await openSlip(2)
  const photos = await phone.photos(2)
  await phone.offline(true)
  for (const photo of photos) await phone.shoot(photo)
  await phone.page.getByLabel('办理结果').fill('车辆已扣押。')
  await phone.page.getByRole('button', { name: '交回' }).click()
  await expect(phone.counter()).toContainText('3 项待发送')
  const { version } = await slipNow(2)
  await court.post(out.executor, `/task-slips/${out.slips[2]!.id}/cancellation`, { text: '已和解' }, version)
  await phone.offline(false)
  await expect(phone.rows('REFUSED')).toHaveCount(2, WAIT)
  await expect(phone.rows('REFUSED').first()).toContainText(out.slips[2]!.number)
  await expect(phone.counter()).toContainText('2 项被退回')
  await phone.page.reload()
  await expect(phone.rows('REFUSED')).toHaveCount(2)

  const older = phone.rows('REFUSED').last()
  await older.getByRole('button', { name: '查看' }).click()
  await phone.look('refused')
  await expect(older.getByRole('button', { name: '从本机删除' })).toHaveCount(0)
  await older.getByLabel('流转单').selectOption(out.slips[3]!.id)
  await older.getByRole('button', { name: '再次发送' }).click()
  await expect.poll(async () => (await takenFor(3)).map((one) => one.sha256), WAIT).toEqual([photos[0]!.sha256])

  const other = phone.rows('REFUSED')
  await expect(other).toHaveCount(1)
  await other.getByRole('button', { name: '查看' }).click()
  const download = phone.page.waitForEvent('download')
  await other.getByRole('button', { name: '导出到本机文件' }).click()
  await download
  await other.getByRole('button', { name: '从本机删除' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '从本机删除' }).click()
  await expect(other).toHaveCount(0)
  expect(await takenFor(2)).toEqual([])

  // Nothing of the slip waits any more, so the result goes, and is refused in its turn.
  await phone.page.getByRole('link', { name: '待发箱' }).click()
  // It may just go by itself.
  const now = phone.page.getByRole('button', { name: '立即发送' })
  await now.or(phone.result().getByText('被退回')).first().click()
  await expect(phone.result()).toContainText('被退回', WAIT)
  await expect(phone.result()).toContainText(out.slips[2]!.number)
  await expect(phone.result()).toContainText('车辆已扣押。')
  await phone.look('result-refused')
  await phone.result().getByRole('button', { name: '从本机删除' }).click()
  await phone.result().getByRole('dialog').getByRole('button', { name: '从本机删除' }).click()
  await expect(phone.result()).toHaveCount(0)
  expect((await slipNow(2)).state).toBe('CANCELLED')
})

test('the app can be installed, and its first page needs no net', async () => {
  await phone.open()
  await phone.look('welcome')
  await phone.ready()
  const cdp = await phone.cdp()
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
  // A profile that is thrown away counts as incognito to the browser; nothing of the app's own may be amiss.
  expect(installabilityErrors.map((e) => e.errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  const { url, errors } = await cdp.send('Page.getAppManifest')
  expect(url).toContain('/field/manifest.webmanifest')
  expect(errors).toEqual([])
  await phone.signIn(OFFICER)
  await phone.offline(true)
  await phone.open('slips/unknown')
  await expect(phone.page.getByText('本机没有这张流转单')).toBeVisible()
})
