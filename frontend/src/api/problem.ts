import type { Problem } from './types'

const BLANK: Problem = {
  type: 'about:blank',
  title: '',
  status: 0,
  detail: '',
  code: '',
  clause: null,
  fact: null,
  remedy: null,
  errors: [],
  requestId: null,
}

/** A request that was answered with a problem document (RFC 9457), or could not be answered at all (status 0). */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
  }
  get status() {
    return this.problem.status
  }
  /** The server's own fault or no answer: shown as a toast, everything else belongs in place. */
  get unexpected() {
    return this.status === 0 || this.status >= 500
  }
  /** The message for one field, or undefined. */
  at(field: string) {
    return this.problem.errors.find((e) => e.field === field)?.message
  }
}

export function asProblem(cause: unknown): ApiProblem {
  if (cause instanceof ApiProblem) return cause
  return new ApiProblem({ ...BLANK, title: 'offline', code: 'offline' })
}

export function problemFrom(body: unknown, response: Response): ApiProblem {
  const given = body && typeof body === 'object' ? (body as Partial<Problem>) : {}
  return new ApiProblem({
    ...BLANK,
    title: response.statusText,
    code: `http-${response.status}`,
    requestId: response.headers.get('X-Request-Id'),
    ...given,
    status: response.status,
  })
}
