import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'

const slip = {
  id: 's-1',
  number: '流转〔2022〕1号',
  kindName: '送达',
  state: 'ASSIGNED',
  version: 4,
  evidenceCategory: 'OFFLINE_MEASURE_RESULT',
  proved: false,
}
const MODULES = ['../net/outbox', '../net/slips', '../store/captures', '../store/results', '../store/vault']

async function handIn(taken: object[], more: object = {}) {
  vi.resetModules()
  vi.doMock('../net/outbox', () => ({
    drain: async () => undefined,
    unfiledOf: () => 0,
    withOutbox: vi.fn(),
    sending: ref(),
  }))
  vi.doMock('../net/slips', () => ({ asOf: ref(1000) }))
  vi.doMock('../store/captures', () => ({ capturesOf: () => taken }))
  vi.doMock('../store/results', () => ({ putResult: vi.fn(), removeResult: vi.fn(), resultOf: () => undefined }))
  vi.doMock('../store/vault', () => ({ kept: async () => undefined, keep: vi.fn(), forget: vi.fn() }))
  const { i18n } = await import('../locales')
  const { default: HandIn } = await import('./HandIn.vue')
  const view = mount(HandIn, { props: { slip: { ...slip, ...more } as never }, global: { plugins: [i18n] } })
  await flushPromises()
  return view
}

describe('handing a slip in', () => {
  afterEach(() => {
    for (const each of MODULES) vi.doUnmock(each)
    vi.resetModules()
  })

  it('names what the slip’s node still asks for, before anything is sent, and lets the officer decide', async () => {
    const view = await handIn([{ category: 'SERVICE_RECEIPT', state: 'FILED', filedAt: 2000 }])
    expect(view.get('.notice').text()).toContain('还缺“查封冻结扣押材料”')
    await view.get('textarea').setValue('已送达')
    expect(view.get('button[type=submit]').attributes('disabled')).toBeUndefined()
  })

  it('says nothing of it where that is taken, or the node is proved', async () => {
    const taken = await handIn([{ category: 'OFFLINE_MEASURE_RESULT', state: 'WAITING' }])
    expect(taken.find('.notice').exists()).toBe(false)
    const proved = await handIn([], { proved: true })
    expect(proved.find('.notice').exists()).toBe(false)
  })
})
