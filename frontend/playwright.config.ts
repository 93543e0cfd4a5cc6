import { defineConfig } from '@playwright/test'

const baseURL = process.env.ZHIXING_URL ?? process.env.ZHIXING_BASE_URL
const narrow = { viewport: { width: 390, height: 844 }, hasTouch: true }

const FIRST = 'register.story.ts'
const LAST = 'long.story.ts'
const FIELD = 'field.story.ts'
// Asked for by ZHIXING_ALL_STORIES: all stories took 25 minutes on two cores, beside a run of the back end's tests.
const MORE = [
  'archive',
  'courtpapers',
  'creditors',
  'dossier',
  'fastcase',
  'lockout',
  'measures',
  'money-back',
  'money-books',
  'money-out',
  'policy',
  'reach',
  'slips',
  'suspension',
  'taskslips',
  'templates',
  'uploads',
  'whosigns',
]
const LEFT_OUT = [
  FIRST,
  LAST,
  FIELD,
  ...(process.env.ZHIXING_ALL_STORIES ? [] : MORE.map((name) => `${name}.story.ts`)),
]

// The stories share one court, as people do: the register is imported first, then every screen is used on the desktop,
// then what people do on phones (@phone) is done on one, and the story that moves the court's day comes last. The
// officers' app is asked for by ZHIXING_FIELD_STORIES: it takes several minutes of real uploads on cut lines.
export default defineConfig({
  testDir: 'stories',
  testMatch: '**/*.story.ts',
  outputDir: 'test-results/stories',
  workers: 1,
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // A film of every step slows all stories for the sake of the few that fail.
    trace: process.env.ZHIXING_TRACE ? { mode: 'retain-on-failure', screenshots: false, sources: false } : 'off',
    launchOptions: {
      // Draws the same pages in little more than half the time of the whole browser.
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'register', testMatch: FIRST },
    { name: 'office-1440', testIgnore: LEFT_OUT, dependencies: ['register'] },
    {
      name: 'office-390',
      testIgnore: LEFT_OUT,
      grep: /@phone/,
      dependencies: ['register'],
      use: narrow,
    },
    ...(process.env.ZHIXING_FIELD_STORIES ? [{ name: 'field-390', testMatch: FIELD, use: narrow }] : []),
    { name: 'long-1440', testMatch: LAST, dependencies: ['office-1440', 'office-390'] },
  ],
})
