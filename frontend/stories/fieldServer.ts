import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

// The server's side of the field app's contract, played from what really arrives: it keeps the bytes it is sent, hashes
// them itself, and counts how often anything is filed. It can lose sessions, break connections and refuse.

export const PEOPLE = {
  wang: { id: '00000000-0000-4000-8000-000000000001', name: '王某' },
  li: { id: '00000000-0000-4000-8000-000000000002', name: '李某某' },
}
export type Who = keyof typeof PEOPLE
export const SLIPS = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002'] as const
export const ENDED = SLIPS[1]

interface Upload {
  id: string
  length: number
  metadata: string
  bytes: Buffer
}
interface Filed {
  id: string
  times: number
  who: string
  slipId: string
  kind: string
  /** Of the bytes that arrived, not what the app said of them. */
  sha256: string
  said: string
  position: unknown
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
const dist = join(import.meta.dirname, '../dist')
const keys = { wang: randomBytes(32).toString('base64'), li: randomBytes(32).toString('base64') }
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

const day = (ahead: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + ahead * 86_400_000)
const slip = (n: number, more: object) => ({
  claimAmount: '386000.00',
  parties: [
    { role: 'APPLICANT', name: '某某银行安阳分行', phone: '0372-0000000', address: null },
    { role: 'RESPONDENT', name: '周某', phone: '13800000000', address: '安阳市殷都区某某路 12 号院 3 号楼 2 单元 502' },
  ],
  slip: row(n, more),
})
const row = (n: number, more: object) => ({
  id: SLIPS[n],
  number: `流转〔2026〕${n + 1}号`,
  kindName: '查封',
  state: 'ASSIGNED',
  caseId: randomUUID(),
  caseNumber: `（2026）豫0505执${120 + n}号`,
  caseTeam: 'ORDINARY',
  place: '殷都区某某路 12 号院',
  target: '查封被执行人名下房产并张贴公告',
  instructions: '公告须拍照；在场人拒签的记明见证人。',
  judge: { name: '王某' },
  executor: { name: '赵某' },
  version: 3,
  ...more,
})
const mine = () => ({
  trips: [
    {
      id: randomUUID(),
      on: day(0),
      title: '城东线',
      officers: [PEOPLE.wang],
      stops: [
        { position: 1, slip: slip(0, { dueOn: day(2) }) },
        { position: 2, slip: slip(1, { dueOn: day(-1), kindName: '送达', target: '送达限制消费令' }) },
      ],
    },
  ],
  unplanned: [],
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export class FieldServer {
  who: Who | null = 'wang'
  /** How many uploads from now are cut in the middle. */
  cuts = 0
  /** After that many captures the session ends by itself; null: it does not. */
  sessionEndsAfter: number | null = null
  readonly uploads = new Map<string, Upload>()
  readonly filed = new Map<string, Filed>()
  readonly resumed: string[] = []
  private readonly byKey = new Map<string, string>()
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch((cause: unknown) => {
      response.statusCode = 500
      response.end(String(cause))
    })
  })
  url = ''
  result = ''

  async start() {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready))
    this.url = `http://localhost:${(this.server.address() as AddressInfo).port}`
  }
  stop() {
    this.server.closeAllConnections()
    return new Promise((done) => this.server.close(done))
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
    response.setHeader('Cache-Control', 'no-store')
    if (pathname === '/login') {
      this.who = 'wang'
      return response.writeHead(302, { Location: searchParams.get('to') ?? '/' }).end()
    }
    if (pathname === '/logout') {
      this.who = null
      return response.writeHead(302, { Location: '/field/' }).end()
    }
    if (!pathname.startsWith('/api/v1/')) return this.file(pathname, response)
    if (!this.who) return response.writeHead(499).end()
    const changing = !['GET', 'HEAD'].includes(request.method!)
    if (changing && request.headers['x-zhixing-csrf'] !== '1') return response.writeHead(403).end()
    const path = pathname.slice('/api/v1'.length)
    if (path === '/field/key') return this.json(response, 200, { person: PEOPLE[this.who], key: keys[this.who] })
    if (path === '/me') return this.json(response, 200, { today: day(0) })
    if (path === '/trips/mine') return this.json(response, 200, mine())
    if (path.endsWith('/result')) {
      this.result = (JSON.parse((await bodyOf(request)).toString()) as { text: string }).text
      return this.json(response, 200, {})
    }
    if (path === '/field/captures') return this.capture(JSON.parse((await bodyOf(request)).toString()), response)
    if (path.startsWith('/uploads')) return this.tus(path.split('/')[2], request, response)
    return response.writeHead(404).end()
  }

  private async tus(id: string | undefined, request: IncomingMessage, response: ServerResponse) {
    response.setHeader('Tus-Resumable', '1.0.0')
    if (!id) {
      const key = String(request.headers['idempotency-key'])
      const upload: Upload = {
        id: this.byKey.get(key) ?? randomUUID(),
        length: Number(request.headers['upload-length']),
        metadata: String(request.headers['upload-metadata']),
        bytes: Buffer.alloc(0),
      }
      this.byKey.set(key, upload.id)
      if (!this.uploads.has(upload.id)) this.uploads.set(upload.id, upload)
      return response.writeHead(201, { Location: `/api/v1/uploads/${upload.id}` }).end()
    }
    const upload = this.uploads.get(id)
    if (!upload) return response.writeHead(404).end()
    if (request.method === 'GET') {
      const state = upload.bytes.length === upload.length ? 'READY' : 'RECEIVING'
      return this.json(response, 200, { id, state, refusal: null })
    }
    if (request.method === 'HEAD') {
      if (upload.bytes.length) this.resumed.push(id)
      return response.writeHead(200, { 'Upload-Offset': upload.bytes.length, 'Upload-Length': upload.length }).end()
    }
    if (Number(request.headers['upload-offset']) !== upload.bytes.length) return response.writeHead(409).end()
    const body = await bodyOf(request)
    if (this.cuts > 0) {
      this.cuts--
      upload.bytes = Buffer.concat([upload.bytes, body.subarray(0, Math.floor(body.length / 2))])
      return request.socket.destroy()
    }
    upload.bytes = Buffer.concat([upload.bytes, body])
    return response.writeHead(204, { 'Upload-Offset': upload.bytes.length }).end()
  }

  private capture(said: Record<string, string>, response: ServerResponse) {
    const bytes = said.record === undefined ? this.uploads.get(said.uploadId!)?.bytes : Buffer.from(said.record)
    if (!bytes) return this.problem(response, 404, 'upload-unknown', '没有这次上传', '请重新发送')
    if (sha256(bytes) !== said.sha256)
      return this.problem(response, 422, 'hash-differs', '内容与取证时不一致', '哈希不符')
    if (said.slipId === ENDED)
      return this.problem(response, 409, 'slip-ended', '流转单已办结', '该单昨日已办结，请改到其他流转单')
    const known = this.filed.get(said.id!)
    this.filed.set(said.id!, {
      id: said.id!,
      times: (known?.times ?? 0) + (known ? 0 : 1),
      who: this.who!,
      slipId: said.slipId!,
      kind: said.kind!,
      sha256: sha256(bytes),
      said: said.sha256!,
      position: said.position,
    })
    if (this.sessionEndsAfter !== null && this.filed.size >= this.sessionEndsAfter) {
      this.who = null
      this.sessionEndsAfter = null
    }
    return this.json(response, 201, { id: said.id, itemId: randomUUID(), sha256: sha256(bytes) })
  }

  private problem(response: ServerResponse, status: number, code: string, title: string, detail: string) {
    return this.json(response, status, { code, title, detail, status })
  }
  private json(response: ServerResponse, status: number, body: unknown) {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
  private async file(pathname: string, response: ServerResponse) {
    const path = normalize(pathname)
    const page = !extname(path)
    const found = await readFile(join(dist, page ? 'field/index.html' : path)).catch(() => null)
    if (!found) return response.writeHead(404).end()
    response.setHeader('Content-Encoding', 'gzip')
    response.writeHead(200, { 'Content-Type': TYPES[page ? '.html' : extname(path)] ?? 'application/octet-stream' })
    return response.end(gzipSync(found))
  }
}
