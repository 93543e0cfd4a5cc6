import createClient, { type Middleware } from 'openapi-fetch'
import { asProblem, problemFrom } from './problem'
import { noteStatus } from './session'
import type { paths } from './types'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const headers: Middleware = {
  onRequest({ request }) {
    // An expired session must come back as a status, not as a redirect to a login page of another origin.
    request.headers.set('X-Requested-With', 'JavaScript')
    request.headers.set('Accept-Language', document.documentElement.lang)
    if (!SAFE.has(request.method)) request.headers.set('X-Zhixing-Csrf', '1')
    return request
  },
  onResponse({ response }) {
    noteStatus(response.status)
  },
}

// fetch is looked up at each call: a captured one would slip past the tests' interception.
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: (request) => globalThis.fetch(request),
})
api.use(headers)

/** The data of an answer, or the problem thrown. */
export async function ok<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer: { data?: T; error?: unknown; response: Response }
  try {
    answer = await call
  } catch (cause) {
    throw asProblem(cause)
  }
  if (!answer.response.ok) throw problemFrom(answer.error, answer.response)
  return answer.data as T
}

export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
