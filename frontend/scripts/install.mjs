// Runs `npm ci` only when node_modules does not match package-lock.json, so that a second build needs no network.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node 20 or newer is needed, this is ${process.version}.`)
  process.exit(1)
}
const stamp = 'node_modules/.zhixing-lock'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0)
const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (status !== 0) process.exit(status ?? 1)
writeFileSync(stamp, wanted)
