// What Maven does with this module: the checks, the tests and the build side by side, each one's output in one piece.
import { spawn, spawnSync } from 'node:child_process'

const options = { shell: process.platform === 'win32' }

/** Runs the script of package.json, prints what it said when it ends and returns its exit code. */
function run(script) {
  return new Promise((resolve) => {
    const said = []
    const child = spawn('npm', ['run', '--silent', script], options)
    child.stdout.on('data', (part) => said.push(part))
    child.stderr.on('data', (part) => said.push(part))
    child.on('close', (code) => {
      process.stdout.write(`--- npm run ${script}\n${Buffer.concat(said)}`)
      resolve(code ?? 1)
    })
  })
}

const types = spawnSync('npm', ['run', '--silent', 'types'], { ...options, stdio: 'inherit' })
if (types.status !== 0) process.exit(types.status ?? 1)
const scripts = process.argv.includes('--skip-tests=true') ? ['build:typed'] : ['check:typed', 'build:typed', 'test']
const codes = await Promise.all(scripts.map(run))
process.exit(codes.find((code) => code !== 0) ?? 0)
