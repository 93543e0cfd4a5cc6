import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'

const spot = (id: string, state = 'ASSIGNED') => ({ slip: { id, state }, claimAmount: null, parties: [] })
const trip = (on: string, ...slips: ReturnType<typeof spot>[]) => ({
  id: `trip-${on}-${slips[0]?.slip.id}`,
  on,
  title: on,
  officers: [],
  stops: slips.map((slip, i) => ({ position: slips.length - i, slip })),
})
const mine = {
  trips: [
    trip('2022-11-01', spot('done', 'RESULT_IN'), spot('undone'), spot('again')),
    trip('2022-11-04', spot('far')),
    trip('2022-11-02', spot('morning'), spot('again')),
    trip('2022-11-02', spot('second')),
  ],
  unplanned: [spot('loose')],
}

async function phone(today: string, kept?: unknown) {
  const asked: string[] = []
  vi.resetModules()
  vi.doMock('../store/vault', () => ({
    person: ref({ id: 'p-1', name: '孙某' }),
    keep: async () => undefined,
    kept: async () => kept,
  }))
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return new Response(JSON.stringify(address.endsWith('/me') ? { today } : mine))
  })
  return { asked, slips: await import('./slips') }
}
const ids = (some: { id: string }[]) => some.map((slip) => slip.id)

describe('the slips on the phone', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2022-11-01T20:00:00+08:00') })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.doUnmock('../store/vault')
    vi.resetModules()
  })

  it('are those of today and of the seven days after, today’s in trip order, the others day by day', async () => {
    const { asked, slips } = await phone('2022-11-01')
    await slips.refresh()
    expect(asked.at(-1)).toBe('/api/v1/trips/mine?from=2022-11-01&to=2022-11-08')
    expect(slips.trips.value.map((t) => t.on)).toEqual(['2022-11-01'])
    expect(slips.trips.value[0]!.stops.map((stop) => stop.slip.id)).toEqual(['again', 'undone', 'done'])
    expect(slips.later.value.map((of) => [of.on, of.trips.length])).toEqual([
      ['2022-11-02', 2],
      ['2022-11-04', 1],
    ])
    expect(ids(slips.unplanned.value)).toEqual(['loose'])
    expect(ids(slips.everySlip.value).sort()).toEqual(['again', 'done', 'far', 'loose', 'morning', 'second', 'undone'])
  })

  it('of tomorrow are today’s in the morning, without a net, and what the day left undone is not lost', async () => {
    const { slips } = await phone('2022-11-01')
    await slips.refresh()
    vi.setSystemTime(Date.parse('2022-11-01T23:59:00+08:00'))
    slips.turnDay()
    expect(slips.trips.value.map((t) => t.on)).toEqual(['2022-11-01'])
    vi.setSystemTime(Date.parse('2022-11-02T00:01:00+08:00'))
    slips.turnDay()
    expect(slips.trips.value.map((t) => t.on)).toEqual(['2022-11-02', '2022-11-02'])
    expect(slips.later.value.map((of) => of.on)).toEqual(['2022-11-04'])
    expect(ids(slips.unplanned.value)).toEqual(['loose', 'undone'])
  })

  it('follow the court’s day where the phone’s is another, also after a restart', async () => {
    const { slips } = await phone('2022-11-02')
    await slips.refresh()
    expect(slips.day.value).toBe('2022-11-02')
    expect(slips.trips.value.map((t) => t.on)).toEqual(['2022-11-02', '2022-11-02'])
    const later = await phone('2022-11-02', { at: 7, value: { mine, ahead: 1, at: 5 } })
    await later.slips.recall()
    vi.setSystemTime(Date.parse('2022-11-03T08:00:00+08:00'))
    later.slips.turnDay()
    expect(later.slips.trips.value.map((t) => t.on)).toEqual(['2022-11-04'])
    expect(later.slips.asOf.value).toBe(5)
  })
})
