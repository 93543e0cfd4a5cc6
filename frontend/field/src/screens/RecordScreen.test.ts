import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

const slip = { id: 's-1', number: '流转〔2022〕1号', kindName: '送达', evidenceCategory: 'OFFLINE_MEASURE_RESULT' }
const signed = {
  name: '李某某',
  role: '被执行人',
  signature: { image: 'data:,', at: '2022-11-01T02:00:00Z' },
  refusal: null,
}
const draft = {
  title: '笔录',
  place: '某小区',
  startedAt: '2022-11-01T10:00',
  officers: '孙某',
  qa: [],
  narrative: '已送达。',
  present: [signed],
}

async function record(at: string, kept: object) {
  const taken: { category: string }[] = []
  vi.resetModules()
  vi.doMock('../net/slips', () => ({ everySlip: ref([slip]), day: ref('2022-11-01') }))
  vi.doMock('../capture/take', () => ({
    take: async (_: unknown, what: { category: string }) => void taken.push(what),
    sha256: async () => '',
  }))
  vi.doMock('../store/vault', () => ({
    person: ref({ id: 'p-1', name: '孙某' }),
    kept: async () => ({ at: 0, value: kept }),
    keep: async () => undefined,
    forget: async () => undefined,
  }))
  const { i18n } = await import('../locales')
  const { default: RecordScreen } = await import('./RecordScreen.vue')
  const blank = { render: () => null }
  const routes = [
    { path: '/slips/:id', name: 'slip', component: blank },
    { path: '/slips/:id/record', name: 'record', component: blank },
  ]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(at)
  const view = mount(RecordScreen, { props: { id: 's-1' }, global: { plugins: [i18n, router] } })
  await flushPromises()
  return { view, taken }
}

describe('a record', () => {
  afterEach(() => {
    for (const each of ['../net/slips', '../capture/take', '../store/vault']) vi.doUnmock(each)
    vi.resetModules()
  })

  it('goes to the category that was chosen for what is taken', async () => {
    const { view, taken } = await record('/slips/s-1/record?category=SERVICE_RECEIPT', draft)
    await view.find('button.wide').trigger('click')
    await flushPromises()
    expect(taken.map((what) => what.category)).toEqual(['SERVICE_RECEIPT'])
  })

  it('is proposed for what the slip needs, and can still be put elsewhere', async () => {
    const { view, taken } = await record('/slips/s-1/record', draft)
    const pick = view.findAll('select').find((each) => each.text().includes('送达回证'))!
    expect(pick.element.value).toBe('OFFLINE_MEASURE_RESULT')
    expect(pick.text()).toContain('查封冻结扣押材料（本单须交）')
    await pick.setValue('INTERVIEW_RECORD')
    await view.find('button.wide').trigger('click')
    await flushPromises()
    expect(taken.map((what) => what.category)).toEqual(['INTERVIEW_RECORD'])
  })
})
