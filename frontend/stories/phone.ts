import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import { watch } from './court'
import { Net } from './net'

/** An officer's phone: a browser with a profile on disk, so that a killed tab and a restart find what was kept. */
export class Phone {
  readonly net = new Net()
  private profile = ''
  private context!: BrowserContext
  page!: Page

  async buy() {
    this.profile = await mkdtemp(join(tmpdir(), 'field-phone-'))
    await this.unlock()
  }
  async unlock() {
    const { launchOptions, locale, timezoneId, viewport, baseURL } = base.info().project.use
    this.context = await chromium.launchPersistentContext(this.profile, {
      ...launchOptions,
      // A microphone that hears a beep, and nobody to ask.
      args: [...(launchOptions?.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      proxy: await this.net.start(),
      baseURL,
      locale,
      timezoneId,
      viewport,
      hasTouch: true,
      geolocation: { latitude: 36.1, longitude: 114.35, accuracy: 12 },
      permissions: ['geolocation', 'clipboard-write'],
    })
    watch(this.context)
    this.page = this.context.pages()[0] ?? (await this.context.newPage())
  }
  /** The browser's process ends, and with it everything that was not on the disk. */
  async turnOff() {
    await this.context.close()
    await this.net.stop()
  }
  async throwAway() {
    await this.turnOff()
    await rm(this.profile, { recursive: true, force: true })
  }

  /** The system kills the tab: no event tells the app that it ends. */
  async killTab() {
    const old = this.page
    const gone = old.waitForEvent('crash')
    await old.goto('chrome://crash').catch(() => undefined)
    await gone
    this.page = await this.context.newPage()
    await Promise.race([old.close(), new Promise((done) => setTimeout(done, 3000))])
  }
  offline = (off: boolean) => this.context.setOffline(off)
  /** What is granted is all there is: everything else is denied, as by a reader who said no, and not asked about. */
  async forbidPosition() {
    await this.context.clearPermissions()
    await this.context.grantPermissions(['clipboard-write'])
  }
  loseSession = () => this.context.clearCookies()
  cdp = () => this.context.newCDPSession(this.page)
  /** Whether the server knows the phone's session. */
  known = () =>
    this.page.evaluate(async () => (await fetch('/api/v1/me', { headers: { 'X-Requested-With': 'JavaScript' } })).ok)

  async open(path = '') {
    await this.page.goto(`/field/${path}`)
  }
  /** Through the real login page. */
  async signIn(user: string) {
    await this.page.getByRole('main').getByRole('link', { name: '登录' }).click()
    await this.page.locator('#username').fill(user)
    await this.page.locator('#password').fill('zhixing')
    await this.page.locator('#kc-login').click()
    await expect(this.page.getByRole('button', { name: '退出登录' })).toBeVisible()
  }
  /** Does what makes the app leave the server, and waits: the way out leads over the login server and back here. */
  async leaves(act: () => Promise<unknown>) {
    const path = (url: string) => new URL(url).pathname
    const out = this.page.waitForRequest((asked) => asked.isNavigationRequest() && path(asked.url()) === '/logout')
    const back = out.then(() => this.page.waitForEvent('framenavigated', (frame) => path(frame.url()) === '/field/'))
    await Promise.all([back, act()])
    expect(await this.known()).toBe(false)
  }
  /** The app and its service worker are on the phone: from here on it opens without a net. */
  async ready() {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  }

  counter = () => this.page.getByTestId('counter')
  rows = (state: string) => this.page.locator(`[data-capture][data-state=${state}]`)
  result = () => this.page.locator('[data-result]')

  /** Photos as a camera makes them, each another; the hash is taken by the page. */
  async photos(count: number) {
    const made = await this.page.evaluate(async (n) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 360 })
      const pen = canvas.getContext('2d')!
      const all: { base64: string; sha256: string }[] = []
      for (let i = 0; i < n; i++) {
        const noise = pen.createImageData(480, 360)
        for (let at = 0; at < noise.data.length; at += 65_536)
          crypto.getRandomValues(noise.data.subarray(at, Math.min(at + 65_536, noise.data.length)))
        pen.putImageData(noise, 0, 0)
        const blob = await new Promise<Blob>((done) => canvas.toBlob((b) => done(b!), 'image/jpeg', 0.5))
        const bytes = new Uint8Array(await blob.arrayBuffer())
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        const sha256 = [...digest].map((b) => b.toString(16).padStart(2, '0')).join('')
        all.push({ base64: btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join('')), sha256 })
      }
      return all
    }, count)
    return made.map(({ base64, sha256 }) => ({ sha256, buffer: Buffer.from(base64, 'base64') }))
  }
  /** By the app's own camera button. */
  async shoot({ buffer }: { buffer: Buffer }) {
    const before = await this.page.locator('[data-capture]').count()
    await this.page.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
    await expect(this.page.locator('[data-capture]')).toHaveCount(before + 1)
  }
  /** The hash that the phone took of a capture, as its row shows it. */
  async hashOf(kind: string, nth = 0) {
    // By its heading: an open row names every category that it could be filed under.
    const heading = this.page.locator('strong', { hasText: kind })
    const row = this.page.locator('[data-capture]').filter({ has: heading }).nth(nth)
    await row.getByRole('button', { name: '查看' }).click()
    const text = await row.getByText(/^SHA-256 [0-9a-f]{64}$/).textContent()
    return text!.slice('SHA-256 '.length)
  }

  /** Everything on the disk of the phone, as a thief with the browser's profile would read it. */
  onDisk() {
    return this.page.evaluate(async () => {
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
      const caches_ = await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url).join(' ')),
      )
      return [...text, ...caches_, JSON.stringify({ ...localStorage })].join('\n')
    })
  }

  /** The screen as a picture, at the narrowest width too; it fits, and axe finds nothing. */
  async look(name: string) {
    const { page } = this
    const project = base.info().project.name
    const size = page.viewportSize()!
    for (const width of [360, size.width]) {
      await page.setViewportSize({ width, height: size.height })
      await page.screenshot({ path: `test-results/screens/${project}/${name}-${width}.png`, fullPage: true })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
      expect(wide, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`),
      name,
    ).toEqual([])
  }
}
