import { afterEach, describe, expect, it, vi } from 'vitest'
import { phoneDisk } from '../../../tests/phoneDisk'
import type { Capture } from '../types'

const capture = {
  id: 'c-1',
  slipId: 's-1',
  kind: 'PHOTO',
  category: 'SERVICE_RECEIPT',
  takenAt: '2022-11-01T02:00:00Z',
  state: 'WAITING',
} as Capture

async function phone() {
  const disk = phoneDisk()
  vi.resetModules()
  vi.doMock('./db', () => ({ db: disk.db }))
  vi.stubGlobal('IDBKeyRange', { bound: () => [] })
  const vault = await import('./vault')
  await vault.admit({ id: 'p-1', name: '孙某' }, new Uint8Array(32))
  const captures = await import('./captures')
  await captures.add(capture, new ArrayBuffer(4))
  return captures
}

describe('a capture that is not sent yet', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.doUnmock('./db')
    vi.resetModules()
  })

  it('can be given another category, which is what is sent', async () => {
    const captures = await phone()
    await captures.recategorise('c-1', 'OFFLINE_MEASURE_RESULT')
    await captures.load()
    expect(captures.captures.value[0]!.category).toBe('OFFLINE_MEASURE_RESULT')
    expect((await captures.settle(capture)).category).toBe('OFFLINE_MEASURE_RESULT')
  })

  it('keeps it from when the server may know of it, until the server has refused it', async () => {
    const captures = await phone()
    await captures.settle(capture)
    await captures.recategorise('c-1', 'OTHER')
    expect(captures.captures.value[0]!.category).toBe('SERVICE_RECEIPT')
    await captures.change('c-1', { state: 'WAITING', asked: false })
    await captures.recategorise('c-1', 'OTHER')
    expect(captures.captures.value[0]!.category).toBe('OTHER')
  })
})
