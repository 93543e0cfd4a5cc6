// Lighthouse on /field/ as a phone: of the system at ZHIXING_URL, or of one that is started for it from what is built.
// Fails under performance 95 or accessibility 100.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'

const WANTED = { performance: 95, accessibility: 100, 'best-practices': 0 }
const PORT = 9333

let started
let url = process.env.ZHIXING_URL
if (!url) {
  started = spawn(fileURLToPath(new URL('../../stories/start', import.meta.url)), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: started.stdout })) {
    url = /^base-url=(.*)/.exec(line)?.[1]
    if (url) break
  }
  if (!url) throw new Error('what is built does not start')
}
const profile = await mkdtemp(join(tmpdir(), 'field-lighthouse-'))
const phone = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${PORT}`],
})
let missed = false
try {
  const { lhr } = await lighthouse(`${url}/field/`, {
    port: PORT,
    logLevel: 'error',
    onlyCategories: Object.keys(WANTED),
  })
  for (const [id, { score }] of Object.entries(lhr.categories)) {
    const points = Math.round((score ?? 0) * 100)
    console.log(`${id}: ${points}, wanted ${WANTED[id]}`)
    missed ||= points < WANTED[id]
  }
  for (const id of ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'])
    console.log(`${id}: ${lhr.audits[id].displayValue}`)
  const poor = Object.values(lhr.audits).filter((a) => a.score !== null && a.score < 0.9)
  for (const { id, title, displayValue } of poor) console.log(`  ${id}: ${title} ${displayValue ?? ''}`)
} finally {
  await phone.close()
  started?.kill('SIGTERM')
  await rm(profile, { recursive: true, force: true })
}
process.exit(missed ? 1 : 0)
