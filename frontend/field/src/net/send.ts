import type { HttpRequest } from 'tus-js-client'
import { bytesOf, change, settle } from '../store/captures'
import type { Capture, Reason, Result } from '../types'
import { ask, Failed, failure, HEADERS } from './http'

const PART = 4 * 1024 * 1024
/** A photo is looked through in a moment, a film is not: asked soon, then less and less often. */
const FIRST_CHECK_MS = 80
const CHECK_MS = 1000
const CHECKS = 60

interface UploadState {
  state: 'RECEIVING' | 'CHECKING' | 'READY' | 'REFUSED'
  refusal: Reason | null
}

/** The bytes, from where the server has them on. Answers the upload's address. */
async function upload(capture: Capture, bytes: ArrayBuffer, onSent: (sent: number) => void): Promise<string> {
  const { Upload, DetailedError } = await import('tus-js-client')
  return new Promise((resolve, reject) => {
    const noted: Promise<void>[] = []
    const sending: InstanceType<typeof Upload> = new Upload(new Blob([bytes], { type: capture.mediaType }), {
      endpoint: '/api/v1/uploads',
      uploadUrl: capture.uploadUrl,
      headers: { ...HEADERS, 'Accept-Language': document.documentElement.lang },
      metadata: { filename: capture.fileName, filetype: capture.mediaType, sha256: capture.sha256 },
      chunkSize: PART,
      // Attempts are the outbox's business, and so is where an upload was left.
      retryDelays: [],
      storeFingerprintForResuming: false,
      onBeforeRequest: (request: HttpRequest) => {
        if (request.getMethod() === 'POST') request.setHeader('Idempotency-Key', capture.id)
      },
      onUploadUrlAvailable: () => {
        noted.push(change(capture.id, { uploadUrl: sending.url }))
      },
      onProgress: (sent) => onSent(sent),
      onSuccess: () => void Promise.all(noted).then(() => resolve(sending.url!), reject),
      onError: (cause) => {
        const answer = cause instanceof DetailedError ? cause.originalResponse : null
        const status = answer?.getStatus() ?? 0
        // Another offset than the server's, or another hand on it: the next attempt asks for the offset anew.
        reject(failure([409, 423].includes(status) ? 503 : status, answer?.getBody() ?? ''))
      },
    })
    sending.start()
  })
}

/** Waits until the server has looked into the bytes. */
async function checked(uploadId: string) {
  for (let i = 0; i < CHECKS; i++) {
    const { state, refusal } = await ask<UploadState>('GET', `/uploads/${uploadId}`)
    if (state === 'READY') return
    if (state === 'REFUSED') throw new Failed(422, refusal ?? { code: 'refused', title: '', detail: '' })
    await new Promise((next) => setTimeout(next, Math.min(FIRST_CHECK_MS * 2 ** i, CHECK_MS)))
  }
  throw failure(503, '')
}

/** Sends one capture whole: its bytes, then what it is. Sent twice, it is filed once: its id is the key. */
export async function send(capture: Capture, onSent: (sent: number) => void) {
  const bytes = await bytesOf(capture.id)
  const { id, kind } = capture
  let more: { uploadId: string } | { record: string }
  if (kind === 'RECORD') more = { record: new TextDecoder().decode(bytes) }
  else {
    const url = await upload(capture, bytes, onSent)
    const uploadId = new URL(url, location.origin).pathname.split('/').pop()!
    await checked(uploadId)
    more = { uploadId }
  }
  const { slipId, sha256, takenAt, position, noPosition: why, title, category } = await settle(capture)
  const noPosition = position ? null : (why ?? 'unavailable').toUpperCase()
  const facts = { id, slipId, kind, sha256, takenAt, position, noPosition, title, category }
  await ask('POST', '/field/captures', { ...facts, ...more }, { 'Idempotency-Key': id })
}

/** Hands a slip in. Sent twice, it is handed in once: its id is the key. */
export const handIn = ({ id, slipId, version, text }: Result) =>
  ask<unknown>('POST', `/task-slips/${slipId}/result`, { text }, { 'If-Match': `"${version}"`, 'Idempotency-Key': id })
