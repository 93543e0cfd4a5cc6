import { onScopeDispose, reactive, shallowReactive } from 'vue'
import { type ApiProblem, asProblem, problemFrom } from '@/api/problem'
import { getUpload } from './getUpload'

type Step = 'sending' | 'paused' | 'checking' | 'filing' | 'done' | 'refused'
export interface Sent {
  key: number
  name: string
  size: number
  sent: number
  step: Step
  cause?: ApiProblem
}
interface Running {
  start: () => void
  abort: () => Promise<void>
}

type Filed = (uploadId: string) => Promise<unknown>

const CHECK_MS = 400
let keys = 0

/** Sends files by the resumable protocol, several at once; each is filed when the server has looked at its content. */
export function useUploads() {
  const all = reactive<Sent[]>([])
  const running = shallowReactive(new Map<number, Running>())
  let left = false
  onScopeDispose(() => {
    left = true
    for (const each of running.values()) void each.abort()
  })

  /** @param filed what becomes of it then, as it was meant when it was chosen */
  async function add(file: File, filed: Filed) {
    all.push({ key: ++keys, name: file.name, size: file.size, sent: 0, step: 'sending' })
    const entry = all[all.length - 1]!
    const { Upload } = await import('tus-js-client')
    const upload = new Upload(file, {
      endpoint: `${globalThis.location.origin}/api/v1/uploads`,
      metadata: { filename: file.name, filetype: file.type },
      headers: {
        'X-Requested-With': 'JavaScript',
        'X-Zhixing-Csrf': '1',
        'Accept-Language': document.documentElement.lang,
      },
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => {
        entry.sent = sent
      },
      onError: (cause) => refuse(entry, refusalOf(cause)),
      onSuccess: () => void finish(entry, upload.url ?? '', filed),
    })
    running.set(entry.key, upload)
    // The same file, interrupted by a closed tab or a lost net, goes on where it stood.
    const [last] = await upload.findPreviousUploads()
    if (last) upload.resumeFromPreviousUpload(last)
    upload.start()
  }

  async function finish(entry: Sent, url: string, filed: Filed) {
    const id = url.slice(url.lastIndexOf('/') + 1)
    entry.step = 'checking'
    try {
      let found = await getUpload(id)
      while (found.state === 'CHECKING' && !left) {
        await new Promise((go) => setTimeout(go, CHECK_MS))
        found = await getUpload(id)
      }
      if (found.refusal) return refuse(entry, problemOf(found.refusal))
      entry.step = 'filing'
      await filed(id)
      entry.step = 'done'
      running.delete(entry.key)
    } catch (cause) {
      refuse(entry, asProblem(cause))
    }
  }

  function refuse(entry: Sent, cause: ApiProblem) {
    entry.step = 'refused'
    entry.cause = cause
  }
  function pause(entry: Sent) {
    void running.get(entry.key)?.abort()
    entry.step = 'paused'
  }
  function resume(entry: Sent) {
    entry.step = 'sending'
    entry.cause = undefined
    running.get(entry.key)?.start()
  }
  function forget(entry: Sent) {
    running.delete(entry.key)
    all.splice(all.indexOf(entry), 1)
  }
  /** For a place that takes one file: another one is chosen instead. */
  function clear() {
    for (const each of running.values()) void each.abort()
    running.clear()
    all.splice(0)
  }
  return { all, add, pause, resume, forget, clear }
}

/** Why an upload was not taken, in the shape of every other refusal. */
function problemOf(why: { code: string; title: string; detail: string; remedy?: string | null }) {
  return problemFrom(why, new Response(null, { status: 422 }))
}

function refusalOf(cause: unknown): ApiProblem {
  const response = (cause as { originalResponse?: { getBody(): string; getStatus(): number } | null }).originalResponse
  if (!response) return asProblem(cause)
  let body: unknown = null
  try {
    body = JSON.parse(response.getBody())
  } catch {
    // No problem document: its status says enough.
  }
  return problemFrom(body, new Response(null, { status: response.getStatus() }))
}
