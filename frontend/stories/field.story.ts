import { Buffer } from 'node:buffer'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { ENDED, FieldServer, SLIPS } from './fieldServer'

// The field app on a phone: a real browser with a profile on disk, so that a killed tab and a restarted browser find
// what was kept. The server's side is played by FieldServer, which keeps and hashes what arrives.

let server: FieldServer
let profile: string
let phone: BrowserContext
let page: Page

async function unlockPhone() {
  const { launchOptions, locale, timezoneId } = test.info().project.use
  phone = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    // A microphone that hears a beep, and nobody to ask.
    args: [...(launchOptions?.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    locale,
    timezoneId,
    viewport: test.info().project.use.viewport,
    hasTouch: true,
    geolocation: { latitude: 36.1, longitude: 114.35, accuracy: 12 },
    permissions: ['geolocation', 'clipboard-write'],
  })
  page = phone.pages()[0] ?? (await phone.newPage())
}
const open = (path = '') => page.goto(`${server.url}/field/${path}`)
const counter = () => page.getByTestId('counter')
const rows = (state: string) => page.locator(`[data-state=${state}]`)

/** Bytes that a camera might have made: each photo another. */
const photo = (size = 20_000) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)])
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function shoot(bytes: Buffer) {
  await page.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: bytes })
}
/** Signed in once with a net, with today's slips and the service worker on the phone. */
async function settleIn() {
  await open()
  await expect(page.getByText('城东线')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
}
async function look(name: string) {
  const project = test.info().project.name
  await page.screenshot({ path: `test-results/screens/${project}/${name}.png`, fullPage: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
  expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`),
    name,
  ).toEqual([])
}

test.beforeEach(async () => {
  server = new FieldServer()
  await server.start()
  profile = await mkdtemp(join(tmpdir(), 'field-phone-'))
  await unlockPhone()
})
test.afterEach(async () => {
  await phone.close()
  await server.stop()
  await rm(profile, { recursive: true, force: true })
})

test('20 captures in airplane mode outlive a killed tab and a restart, and arrive once each', async () => {
  await settleIn()
  await look('today')
  await page.setViewportSize({ width: 1440, height: 900 })
  await look('today-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await phone.setOffline(true)
  await page.getByText('查封被执行人名下房产').click()
  const taken: string[] = []
  for (let i = 1; i <= 20; i++) {
    const bytes = photo()
    taken.push(hashOf(bytes))
    await shoot(bytes)
    await expect(page.locator('[data-capture]')).toHaveCount(i)
  }
  await expect(counter()).toContainText('20 项待发送')
  await look('slip-offline')
  expect(server.uploads.size).toBe(0)

  await page.close({ runBeforeUnload: false })
  await phone.close()
  await unlockPhone()
  await phone.setOffline(true)
  await open()
  await expect(page.getByText('城东线')).toBeVisible()
  await expect(page.getByTestId('as-of')).toContainText('数据截至')
  await expect(counter()).toContainText('20 项待发送')
  await expect(counter()).toContainText('离线')

  server.cuts = 3
  await phone.setOffline(false)
  await expect(counter()).toContainText('全部已入卷', { timeout: 90_000 })
  const filed = [...server.filed.values()]
  expect(filed.map((f) => f.sha256).sort()).toEqual([...taken].sort())
  expect(filed.every((f) => f.times === 1 && f.said === f.sha256)).toBe(true)
  expect(filed.filter((f) => f.position)).toHaveLength(20)
  // A cut upload went on from where it was cut.
  expect(server.resumed.length).toBeGreaterThan(0)
  expect(server.uploads.size).toBe(20)
  await page.getByRole('link', { name: '待发箱' }).click()
  await expect(rows('FILED')).toHaveCount(20)
  await look('outbox-filed')

  await page.getByRole('link', { name: '今日' }).click()
  await page.getByText('查封被执行人名下房产').click()
  await page.getByLabel('办理结果').fill('已查封并张贴公告，拍照 20 张。')
  await page.getByRole('button', { name: '交回' }).click()
  await expect(page.getByText('等待承办人确认')).toBeVisible()
  expect(server.result).toBe('已查封并张贴公告，拍照 20 张。')
})

test('a lost session stops the sending, not the capturing, and loses nothing', async () => {
  await settleIn()
  server.sessionEndsAfter = 1
  await page.getByText('查封被执行人名下房产').click()
  await shoot(photo())
  await expect(rows('FILED')).toHaveCount(1)
  await shoot(photo())
  await expect(page.getByRole('alert')).toContainText('登录已失效')
  await shoot(photo())
  await expect(page.locator('[data-capture]')).toHaveCount(3)
  await expect(page.getByText('需要登录')).toHaveCount(2)
  await look('session-lost')
  await page.getByRole('alert').getByRole('link', { name: '登录' }).click()
  await expect(counter()).toContainText('全部已入卷', { timeout: 40_000 })
  expect(server.filed.size).toBe(3)
})

test('a refused capture is kept and explained, mended to another slip, or exported before it may be deleted', async () => {
  await settleIn()
  await page.getByText('送达限制消费令').click()
  const first = photo()
  await shoot(first)
  await shoot(photo())
  await expect(rows('REFUSED')).toHaveCount(2)
  await expect(rows('REFUSED').first()).toContainText('该单昨日已办结')
  await expect(counter()).toContainText('2 项被退回')
  await page.reload()
  await expect(rows('REFUSED')).toHaveCount(2)

  const older = rows('REFUSED').last()
  await older.getByRole('button', { name: '查看' }).click()
  await look('refused')
  await expect(older.getByRole('button', { name: '从本机删除' })).toHaveCount(0)
  const mended = await older.getAttribute('data-capture')
  await older.getByLabel('流转单').selectOption(SLIPS[0])
  await older.getByRole('button', { name: '再次发送' }).click()
  await expect(counter()).toContainText('1 项被退回')
  await expect.poll(() => server.filed.get(mended!)?.sha256).toBe(hashOf(first))
  expect(server.filed.get(mended!)?.slipId).toBe(SLIPS[0])

  const other = page.locator(`[data-state=REFUSED]`)
  await other.getByRole('button', { name: '查看' }).click()
  const download = page.waitForEvent('download')
  await other.getByRole('button', { name: '导出到本机文件' }).click()
  await download
  await other.getByRole('button', { name: '从本机删除' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '从本机删除' }).click()
  await expect(other).toHaveCount(0)
  expect([...server.filed.values()].some((f) => f.slipId === ENDED)).toBe(false)
})

test('signing out wipes the phone; what is unsent stays shut until the same person comes back', async () => {
  await settleIn()
  await phone.setOffline(true)
  await page.getByText('查封被执行人名下房产').click()
  const bytes = photo()
  await shoot(bytes)
  await expect(counter()).toContainText('1 项待发送')
  await phone.setOffline(false)
  server.who = null
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('dialog')).toContainText('加密留在本机')
  // Signing out leaves the app and comes back to it: what is opened next must not meet that on its way.
  const back = page.waitForEvent('load')
  await page.getByRole('button', { name: '确认退出' }).click()
  await back
  await expect(page.getByRole('main').getByRole('link', { name: '登录' })).toBeVisible()

  // Everything on the disk of the phone, as a thief with the browser's profile would read it.
  const onDisk = () =>
    page.evaluate(async () => {
      const base = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('zhixing-field')
        asked.onsuccess = () => done(asked.result)
      })
      const text: string[] = []
      for (const name of base.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done) => {
          const asked = base.transaction(name).objectStore(name).getAll()
          asked.onsuccess = () => done(asked.result)
        })
        const plain = (_: string, v: unknown) =>
          v instanceof ArrayBuffer || v instanceof Uint8Array
            ? new TextDecoder('utf-8').decode(v as ArrayBuffer)
            : v instanceof CryptoKey
              ? 'A-KEY'
              : v
        text.push(`${name}:${rows.length} ${JSON.stringify(rows, plain)}`)
      }
      base.close()
      return text.join('\n')
    })
  const left = await onDisk()
  expect(left).toContain('captures:1')
  expect(left).toContain('holder:0')
  for (const word of ['周某', '豫0505执', 'A-KEY', hashOf(bytes)]) expect(left).not.toContain(word)

  server.who = 'li'
  await open()
  await expect(page.getByText('本机另有 1 项他人未发送的取证')).toBeVisible()
  await look('another-person')
  expect(server.filed.size).toBe(0)
  expect(await onDisk()).not.toContain('周某')

  server.who = 'wang'
  await open()
  await expect.poll(() => server.filed.size, { timeout: 40_000 }).toBe(1)
  await expect(page.getByRole('banner')).toContainText('王某')
  await expect(counter()).toContainText('全部已入卷')
  expect([...server.filed.values()].map((f) => [f.who, f.sha256])).toEqual([['wang', hashOf(bytes)]])
})

test('after seven days without a sign-in the phone shows nothing, and still holds what is unsent', async () => {
  await settleIn()
  await phone.setOffline(true)
  await page.getByText('查封被执行人名下房产').click()
  await shoot(photo())
  await expect(counter()).toContainText('1 项待发送')
  const later = Date.now() + 7 * 86_400_000 + 60_000
  await page.clock.setFixedTime(later)
  await open()
  await expect(page.getByText('需联网登录一次')).toBeVisible()
  await expect(page.getByText('周某')).toHaveCount(0)
  await phone.setOffline(false)
  await open()
  await expect(counter()).toContainText('全部已入卷', { timeout: 40_000 })
  expect(server.filed.size).toBe(1)
})

test('a record is signed or refused by everybody present, survives a reload as a draft, and arrives as it was signed', async () => {
  await settleIn()
  await phone.setOffline(true)
  await page.getByText('查封被执行人名下房产').click()
  await page.getByRole('link', { name: '笔录' }).click()
  await page.getByRole('button', { name: '添加一问' }).click()
  await page.getByLabel('问 1').fill('是否收到执行通知书？')
  await page.getByLabel('答 1').fill('收到了。')
  await page.getByLabel('经过').fill('到达现场后核对身份，张贴查封公告。')
  await page.getByRole('button', { name: '添加在场人' }).click()
  await page.getByLabel('姓名').first().fill('周某')
  await page.getByLabel('身份').first().fill('被执行人')
  await page.getByRole('button', { name: '添加在场人' }).click()
  await page.getByLabel('姓名').nth(1).fill('吴某')
  await expect(page.getByRole('button', { name: '完成笔录' })).toBeDisabled()
  await page.waitForTimeout(300)
  await page.reload()
  await expect(page.getByLabel('答 1')).toHaveValue('收到了。')

  await page.getByRole('button', { name: '签名', exact: true }).first().click()
  const box = (await page.locator('canvas').boundingBox())!
  await page.locator('canvas').scrollIntoViewIfNeeded()
  const pad = (await page.locator('canvas').boundingBox()) ?? box
  await page.mouse.move(pad.x + 40, pad.y + 60)
  await page.mouse.down()
  for (let i = 0; i < 12; i++) await page.mouse.move(pad.x + 40 + i * 18, pad.y + 60 + (i % 3) * 30)
  await page.mouse.up()
  await look('record-sign')
  await page.getByRole('button', { name: '确认签名' }).click()
  await expect(page.getByLabel('经过')).toBeDisabled()
  await page.getByRole('button', { name: '拒绝签名' }).click()
  await page.getByLabel('拒签原因').fill('认为内容不实')
  await page.getByLabel('见证人').fill('孙某')
  await page.getByRole('button', { name: '记录拒签' }).click()
  await look('record-done')
  await page.getByRole('button', { name: '完成笔录' }).click()
  await expect(counter()).toContainText('1 项待发送')
  await phone.setOffline(false)
  await expect(counter()).toContainText('全部已入卷', { timeout: 40_000 })
  const [record] = [...server.filed.values()]
  expect(record).toMatchObject({ kind: 'RECORD', times: 1 })
  expect(record?.sha256).toBe(record?.said)
})

test('sound is kept as soon as it is stopped, and without a position it says so', async () => {
  await settleIn()
  await phone.setOffline(true)
  await phone.clearPermissions()
  await page.getByText('查封被执行人名下房产').click()
  await page.getByRole('button', { name: '录音' }).click()
  await expect(page.getByRole('button', { name: '停止录音 0:02' })).toBeVisible()
  await page.getByRole('button', { name: '停止录音' }).click()
  await expect(page.locator('[data-capture]')).toContainText('录音')
  await expect(page.locator('[data-capture]')).toContainText('无位置', { timeout: 30_000 })
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.locator('audio')).toHaveJSProperty('error', null)
  await phone.setOffline(false)
  await expect.poll(() => server.filed.size, { timeout: 40_000 }).toBe(1)
  expect([...server.filed.values()][0]).toMatchObject({ kind: 'AUDIO', position: null, times: 1 })
  const [upload] = [...server.uploads.values()]
  expect(upload?.bytes.subarray(0, 4).toString('hex'), 'the mark of WebM').toBe('1a45dfa3')
})

test('the app can be installed, and its first page needs no net', async () => {
  await settleIn()
  const cdp = await phone.newCDPSession(page)
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
  // A profile that is thrown away counts as incognito to the browser; nothing of the app's own may be amiss.
  expect(installabilityErrors.map((e) => e.errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  const { url, errors } = await cdp.send('Page.getAppManifest')
  expect(url).toContain('/field/manifest.webmanifest')
  expect(errors).toEqual([])
  await phone.setOffline(true)
  await open('slips/unknown')
  await expect(page.getByText('本机没有这张流转单')).toBeVisible()
})
