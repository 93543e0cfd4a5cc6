/** Which browser and system a session runs in, as far as what the browser calls itself tells; empty where it does not. */
export function deviceOf(agent: string | null | undefined): string {
  const said = agent ?? ''
  const browser = BROWSERS.find(([sign]) => said.includes(sign))?.[1]
  const system = SYSTEMS.find(([sign]) => said.includes(sign))?.[1]
  return [browser, system].filter((x) => x).join(' · ')
}

// The first that fits: most browsers also call themselves by the names of those below them.
const BROWSERS = [
  ['MicroMessenger', 'WeChat'],
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const SYSTEMS = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const
