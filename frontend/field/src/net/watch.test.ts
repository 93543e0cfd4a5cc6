import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { phoneDisk } from '../../../tests/phoneDisk'

const DAY_MS = 86_400_000
const TICK_MS = 15_000
const START = Date.parse('2022-11-01T20:00:00+08:00')
const mine = { trips: [], unplanned: [{ slip: { id: 's-1', state: 'ASSIGNED' }, claimAmount: null, parties: [] }] }

/** The app as it runs, with its own modules; only the disk and the net are the test's. */
async function start() {
  const disk = phoneDisk()
  const net = { there: true, known: true, asked: [] as string[] }
  const key = Buffer.from(new Uint8Array(32)).toString('base64')
  vi.resetModules()
  vi.doMock('../store/db', () => ({ db: disk.db }))
  vi.stubGlobal('fetch', async (address: string) => {
    if (!net.there) throw new TypeError('no net')
    net.asked.push(address.replace('/api/v1', ''))
    if (!net.known) return new Response('{}', { status: 401 })
    if (address.endsWith('/field/key'))
      return new Response(JSON.stringify({ person: { id: 'p-1', name: '孙某' }, key }))
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now())
    return new Response(JSON.stringify(address.endsWith('/me') ? { today } : mine))
  })
  const signIn = await import('./signIn')
  const slips = await import('./slips')
  const outbox = await import('./outbox')
  const vault = await import('../store/vault')
  await signIn.begin()
  await signIn.renew()
  await slips.refresh()
  net.asked.length = 0
  outbox.watchNet()
  return { disk, net, slips, vault }
}

let visibility = 'visible'
const comes = () => {
  visibility = 'visible'
  document.dispatchEvent(new Event('visibilitychange'))
}
const goes = () => {
  visibility = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
}
/** Lets what an event began come to its end, and at least so far; sealing is not timed by the clock. */
const settled = async (ms = 0, so: () => boolean = () => true) => {
  await vi.advanceTimersByTimeAsync(ms)
  for (let i = 0; i < 20 || (!so() && i < 20_000); i++) await new Promise((next) => setImmediate(next))
}

describe('the app that stays open', () => {
  const heard: [EventTarget, string, EventListenerOrEventListenerObject][] = []
  beforeEach(() => {
    visibility = 'visible'
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'], now: START })
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility as DocumentVisibilityState)
    for (const target of [document, globalThis as unknown as EventTarget]) {
      const add = target.addEventListener.bind(target)
      vi.spyOn(target, 'addEventListener').mockImplementation((type, listener) => {
        if (listener) heard.push([target, type, listener])
        add(type, listener)
      })
    }
  })
  afterEach(() => {
    for (const [target, type, listener] of heard.splice(0)) target.removeEventListener(type, listener)
    vi.restoreAllMocks()
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.doUnmock('../store/db')
    vi.resetModules()
  })

  it('asks for the slips when it comes to the front, but not for each photo that was just taken', async () => {
    const { net, slips } = await start()
    goes()
    vi.setSystemTime(START + 20_000)
    comes()
    await settled()
    expect(net.asked).toEqual([])
    goes()
    vi.setSystemTime(START + 90_000)
    comes()
    await settled(0, () => slips.asOf.value !== START)
    expect(net.asked).toEqual(['/field/key', '/me', '/trips/mine?from=2022-11-01&to=2022-11-08'])
    expect(slips.asOf.value).toBe(START + 90_000)
  })

  it('asks when the net is back, and when the day has changed', async () => {
    const { net, slips } = await start()
    globalThis.dispatchEvent(new Event('online'))
    await settled(0, () => net.asked.length === 3)
    expect(net.asked).toContain('/me')
    net.asked.length = 0
    await settled(TICK_MS)
    expect(net.asked).toEqual([])
    vi.setSystemTime(Date.parse('2022-11-02T00:00:05+08:00'))
    await settled(TICK_MS, () => net.asked.length === 3)
    expect(slips.day.value).toBe('2022-11-02')
    expect(net.asked).toContain('/trips/mine?from=2022-11-02&to=2022-11-09')
  })

  it('turns the day without a net, and asks as soon as the server answers', async () => {
    const { net, slips } = await start()
    net.there = false
    vi.setSystemTime(Date.parse('2022-11-02T07:00:00+08:00'))
    await settled(TICK_MS)
    expect(slips.day.value).toBe('2022-11-02')
    expect(slips.everySlip.value.map((slip) => slip.id)).toEqual(['s-1'])
    net.there = true
    await settled(TICK_MS, () => net.asked.length === 3)
    expect(net.asked).toContain('/trips/mine?from=2022-11-02&to=2022-11-09')
  })

  it('is shut after seven days without the server, though nobody starts it anew: by the clock, also behind others', async () => {
    const { disk, net, slips, vault } = await start()
    net.there = false
    goes()
    vi.setSystemTime(START + 7 * DAY_MS - TICK_MS - 1000)
    await settled(TICK_MS)
    expect(vault.person.value?.id).toBe('p-1')
    await settled(TICK_MS, () => vault.person.value === undefined && slips.everySlip.value.length === 0)
    expect(vault.person.value).toBeUndefined()
    expect(slips.everySlip.value).toEqual([])
    expect(disk.rows('holder')).toEqual([])
    expect(disk.rows('kept')).toEqual([])
  })

  it('is shut when it comes to the front, and opens again where the server still knows the person', async () => {
    const { net, vault, disk } = await start()
    goes()
    net.known = false
    vi.setSystemTime(START + 8 * DAY_MS)
    comes()
    await settled(0, () => net.asked.length > 0)
    expect(vault.person.value).toBeUndefined()
    expect(disk.rows('holder')).toEqual([])
    const other = await start()
    goes()
    vi.setSystemTime(Date.now() + 8 * DAY_MS)
    comes()
    await settled(0, () => other.net.asked.length === 3)
    expect(other.vault.person.value?.id).toBe('p-1')
    expect(other.net.asked[0]).toBe('/field/key')
  })

  it('stays open where another window has heard from the server since', async () => {
    const { disk, net, vault } = await start()
    net.there = false
    const base = await disk.db()
    const held = (await base.get('holder', 'holder')) as object
    await base.put('holder', { ...held, since: START + 6 * DAY_MS }, 'holder')
    vi.setSystemTime(START + 8 * DAY_MS)
    await settled(TICK_MS)
    expect(vault.person.value?.id).toBe('p-1')
    expect(vault.shutsAt.value).toBe(START + 13 * DAY_MS)
  })
})
