// A registry mirror that lacks other platforms' binaries makes npm write a lock file without them, which `npm ci`
// then refuses everywhere. Run this after `npm install` on such a mirror: it adds the missing optional entries.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64', 'mips64el']

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').pop()))
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (names.has(name)) continue
    const words = name.split(/[/-]/)
    const cpu = CPU.filter((c) => words.includes(c))
    const os = OS.filter((o) => words.includes(o))
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length ? { cpu } : {}),
      ...(owner.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length ? { os } : {}),
    }
    names.add(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
