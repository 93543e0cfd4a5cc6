import { ref } from 'vue'
import type { Reason } from '../types'

/** What the last word from the server was: that it knows the session, that it does not, or nothing yet. */
export const session = ref<'unknown' | 'known' | 'ended'>('unknown')
export const online = ref(navigator.onLine)
globalThis.addEventListener('online', () => {
  online.value = true
})
globalThis.addEventListener('offline', () => {
  online.value = false
})

export const HEADERS = { 'X-Requested-With': 'JavaScript', 'X-Zhixing-Csrf': '1' }

/** A request that was not answered with what was asked for; status 0 means that nothing came back at all. */
export class Failed extends Error {
  constructor(
    readonly status: number,
    readonly reason: Reason,
  ) {
    super(reason.detail || reason.title)
  }
  /** The server does not know the session: sign in, and go on. */
  get login() {
    return this.status === 401 || this.status === 499
  }
  /** Worth another attempt as it is: no net, or a server in trouble. */
  get passing() {
    return this.status === 0 || this.status >= 500 || [408, 425, 429].includes(this.status)
  }
}

export function failure(status: number, body: string): Failed {
  let said: Partial<Reason> = {}
  try {
    said = JSON.parse(body) as Partial<Reason>
  } catch {
    // Not a problem document: the status alone has to do.
  }
  if (status === 401 || status === 499) session.value = 'ended'
  const { code = `http-${status}`, title = '', detail = '', remedy = null } = said
  return new Failed(status, { code, title, detail, remedy })
}

export async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown, more = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...HEADERS,
        'Accept-Language': document.documentElement.lang,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw failure(0, '')
  }
  if (!response.ok) throw failure(response.status, await response.text())
  session.value = 'known'
  return (await response.json()) as T
}
