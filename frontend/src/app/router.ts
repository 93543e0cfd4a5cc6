import { createRouter, createWebHistory } from 'vue-router'
import { i18n } from '@/locales'

const page = {
  home: () => import('./pages/HomePage.vue'),
  today: () => import('./pages/TodayPage.vue'),
  approvals: () => import('./pages/ApprovalsPage.vue'),
  cases: () => import('./pages/CaseListPage.vue'),
  case: () => import('./pages/CasePage.vue'),
  triage: () => import('./pages/TriagePage.vue'),
  import: () => import('./pages/ImportPage.vue'),
  newCase: () => import('./pages/NewCasePage.vue'),
  funds: () => import('./pages/FundsPage.vue'),
  statements: () => import('./pages/StatementsPage.vue'),
  statement: () => import('./pages/StatementPage.vue'),
  reconciliation: () => import('./pages/ReconciliationPage.vue'),
  measures: () => import('./pages/MeasuresPage.vue'),
  queryImport: () => import('./pages/QueryImportPage.vue'),
  nodes: () => import('./pages/NodeBoardPage.vue'),
  slips: () => import('./pages/SlipsPage.vue'),
  taskSlips: () => import('./pages/TaskSlipsPage.vue'),
  taskSlip: () => import('./pages/TaskSlipPage.vue'),
  tripSheet: () => import('./pages/TripSheetPage.vue'),
  archiveLoans: () => import('./pages/LoansPage.vue'),
  archiveLoan: () => import('./pages/LoanPage.vue'),
  forecast: () => import('./pages/ForecastPage.vue'),
  inbox: () => import('./pages/InboxPage.vue'),
  tools: () => import('./pages/ToolsPage.vue'),
  audit: () => import('./pages/AuditPage.vue'),
  admin: () => import('./pages/AdminPage.vue'),
  settings: () => import('./pages/SettingsPage.vue'),
  missing: () => import('./pages/MissingPage.vue'),
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/',
      name: 'home',
      component: page.home,
      meta: { place: 'today' },
      // Signing out comes back with a parameter of the login, which is nobody's view.
      beforeEnter: (to) => (to.fullPath === '/' ? true : { path: '/', replace: true }),
    },
    { path: '/today', name: 'today', component: page.today },
    { path: '/approvals', name: 'approvals', component: page.approvals },
    { path: '/cases', name: 'cases', component: page.cases },
    { path: '/cases/:id', name: 'case', component: page.case, meta: { place: 'cases' } },
    { path: '/triage', name: 'triage', component: page.triage },
    { path: '/triage/new', name: 'newCase', component: page.newCase, meta: { place: 'triage' } },
    { path: '/triage/imports/:id', name: 'import', component: page.import, meta: { place: 'triage' } },
    { path: '/funds', name: 'funds', component: page.funds },
    { path: '/funds/statements', name: 'statements', component: page.statements, meta: { place: 'funds' } },
    { path: '/funds/statements/:id', name: 'statement', component: page.statement, meta: { place: 'funds' } },
    { path: '/funds/reconciliation', name: 'reconciliation', component: page.reconciliation, meta: { place: 'funds' } },
    { path: '/measures', name: 'measures', component: page.measures },
    { path: '/measures/imports/:id', name: 'queryImport', component: page.queryImport, meta: { place: 'measures' } },
    { path: '/nodes', name: 'nodes', component: page.nodes },
    { path: '/slips', name: 'slips', component: page.slips },
    { path: '/task-slips', name: 'taskSlips', component: page.taskSlips },
    { path: '/task-slips/sheet', name: 'tripSheet', component: page.tripSheet, meta: { place: 'taskSlips' } },
    { path: '/task-slips/:id', name: 'taskSlip', component: page.taskSlip, meta: { place: 'taskSlips' } },
    { path: '/forecast', name: 'forecast', component: page.forecast },
    { path: '/archive-loans', name: 'archiveLoans', component: page.archiveLoans },
    { path: '/archive-loans/:id', name: 'archiveLoan', component: page.archiveLoan, meta: { place: 'archiveLoans' } },
    { path: '/inbox', name: 'inbox', component: page.inbox },
    { path: '/tools', name: 'tools', component: page.tools },
    { path: '/audit', name: 'audit', component: page.audit },
    { path: '/admin', name: 'admin', component: page.admin },
    { path: '/settings', name: 'settings', component: page.settings },
    { path: '/:rest(.*)*', name: 'missing', component: page.missing },
  ],
  // A new place starts at the top; a filter changed in the URL must not move the reader.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

router.afterEach((to) => {
  const place = String(to.meta.place ?? to.name)
  document.title = `${i18n.global.t(`nav.${place}`)} · ${i18n.global.t('app.name')}`
})
