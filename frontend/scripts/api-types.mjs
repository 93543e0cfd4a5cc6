// The contract is openapi.yaml at the root; its types are generated before every check and build, never committed.
import { existsSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const contract = new URL('../../openapi.yaml', import.meta.url)
if (existsSync(contract)) {
  const ast = await openapiTS(contract)
  writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), astToString(ast))
}
