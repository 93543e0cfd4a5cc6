// The bill of materials (CycloneDX) and the licences in it. Without an argument that of what the pages are built from,
// written to target/bom.json; else those of the files named. Fails at a licence that nobody has agreed to.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'EPL-1.0',
  'EPL-2.0',
  'GPL-2.0-with-classpath-exception',
  'ISC',
  'LGPL-2.1-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
])

// Licences as some poms write them, instead of by their SPDX names.
const SAME = new Map([
  ['Apache License, Version 2.0', 'Apache-2.0'],
  ['Apache-2.0 OR LGPL-2.1-or-later', 'Apache-2.0'],
  ['Bouncy Castle Licence', 'MIT'],
  ['Public Domain', 'CC0-1.0'],
  ['Public Domain, per Creative Commons CC0', 'CC0-1.0'],
  ['The BSD License', 'BSD-2-Clause'],
  ['GPL2 w/ CPE', 'GPL-2.0-with-classpath-exception'],
])

// What says its licence in its readme only.
const SAID_ELSEWHERE = new Map([['combine-errors', 'MIT']])

// What is taken for another licence: the poms say "The BSD License" without a number, their licence has three clauses.
const MISREAD = [[/^com\.twelvemonkeys\./, 'BSD-3-Clause']]

/** `A OR B` is enough by one, `A AND B` by all. */
const agreed = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((each) => ALLOWED.has(SAME.get(each) ?? each)))

function licencesOf(component) {
  const [, known] = MISREAD.find(([group]) => group.test(component.group ?? '')) ?? []
  if (known) return [known]
  const said = (component.licenses ?? []).map((l) => l.expression ?? l.license.id ?? l.license.name)
  return said.length ? said : [SAID_ELSEWHERE.get(component.name)].filter(Boolean)
}

function check(file) {
  const { components = [] } = JSON.parse(readFileSync(file, 'utf8'))
  if (!components.length) throw new Error(`${file} names no component`)
  // Of several licences one may be chosen.
  const refused = components.filter((c) => !licencesOf(c).some(agreed))
  for (const c of refused)
    console.error(`${file}: ${c.group ?? ''} ${c.name} ${c.version}: ${licencesOf(c).join(', ') || 'no licence named'}`)
  console.log(`${file}: ${components.length} components, ${refused.length} under a licence that is not agreed to`)
  return refused.length === 0
}

let files = process.argv.slice(2)
if (!files.length) {
  mkdirSync('target', { recursive: true })
  const bom = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], { maxBuffer: 1 << 26 })
  writeFileSync('target/bom.json', bom)
  files = ['target/bom.json']
}
process.exit(files.map(check).every(Boolean) ? 0 : 1)
