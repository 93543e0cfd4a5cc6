import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { type Component, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Me } from '@/api/types'
import { i18n } from '@/locales'
import { provideCurrent } from '@/shared/current'
import { me as someone } from '../mocks/data'

/** Mounts a component as the shell would: signed in, routed, with a fresh query cache. */
export async function mountWith(
  component: Component,
  props: Record<string, unknown> = {},
  opts: { me?: Partial<Me>; at?: string } = {},
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  const blank = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      'today',
      'approvals',
      'cases',
      'triage',
      'nodes',
      'inbox',
      'newCase',
      'funds',
      'statements',
      'reconciliation',
      'taskSlips',
      'archiveLoans',
    ]
      .map((name) => ({ path: `/${name}`, name, component: blank }))
      .concat([
        { path: '/cases/:id', name: 'case', component: blank },
        { path: '/archive-loans/:id', name: 'archiveLoan', component: blank },
        { path: '/task-slips/:id', name: 'taskSlip', component: blank },
        { path: '/triage/imports/:id', name: 'import', component: blank },
      ]),
  })
  await router.push(opts.at ?? '/today')
  const Shell = defineComponent({
    setup() {
      provideCurrent({ ...someone, ...opts.me })
      return () => h(component, props)
    },
  })
  const view = mount(Shell, {
    attachTo: document.body,
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient: client }]] },
  })
  return { view, router, client }
}
