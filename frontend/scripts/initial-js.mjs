// How much script a first visit loads before anything shows, compressed: the page's own scripts and what they import
// at once. Fails the build above the limit, and where a page runs or styles something within itself: the security policy
// lets only files of ours do that, and the browser would show the page bare.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1024
const PAGES = [
  { name: 'field', dir: 'dist/field/', base: '/field/', limit: 100 * KB },
  { name: 'office', dir: 'dist/', base: '/', limit: 220 * KB },
]
const IMPORT = /(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g

const WITHIN = /<style[\s>]|<script(?![^>]*\ssrc=)|\s(?:style|on[a-z]+)="/

let wrong = false
for (const { name, dir, base, limit } of PAGES) {
  const html = readFileSync(`${dir}index.html`, 'utf8')
  const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, url]) => url.slice(base.length))
  const seen = new Map()
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) continue
    const text = readFileSync(dir + file, 'utf8')
    seen.set(file, gzipSync(text, { level: 9 }).length)
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    for (const [, found] of text.matchAll(IMPORT)) waiting.push(folder + found.slice(2))
  }
  if (!seen.size) throw new Error(`${dir}index.html loads no script`)
  const sum = [...seen.values()].reduce((a, b) => a + b, 0)
  console.log(`${name}: ${(sum / KB).toFixed(1)} KB of initial script in ${seen.size} files, limit ${limit / KB}`)
  const within = html.match(WITHIN)
  if (within) console.error(`${dir}index.html says ${within[0]}, which its security policy forbids`)
  wrong ||= sum > limit || within !== null
}
process.exit(wrong ? 1 : 0)
