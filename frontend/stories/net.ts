import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Transform } from 'node:stream'

/** Long enough for a server that is busy with others. */
const HEARD_MS = 1500

/**
 * The net between a phone and the real server: a proxy that breaks connections in the middle of an upload, so that the
 * browser, the server and its disk meet a real fault. Nothing that passes is changed.
 */
export class Net {
  /** How many uploads from now are cut in the middle of their bytes. */
  cuts = 0
  /** Each is cut once: a browser sends again by itself what broke on a connection that it had used before. */
  private readonly cutOnce = new Set<string>()
  /** From which byte uploads went on that had been cut. */
  readonly resumed: number[] = []
  private readonly server: Server = createServer((from, to) => this.pass(from, to))

  async start() {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready))
    return { server: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`, bypass: '<-loopback>' }
  }
  stop() {
    this.server.closeAllConnections()
    return new Promise((done) => this.server.close(done))
  }

  private pass(from: IncomingMessage, to: ServerResponse) {
    const { hostname, port, pathname, search } = new URL(from.url!)
    const { method, headers } = from
    const on = request({ hostname, port, path: pathname + search, method, headers })
    on.on('response', (answer) => {
      to.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(to)
    })
    on.on('error', () => to.destroy())
    to.on('close', () => on.destroy())
    const offset = Number(headers['upload-offset'] ?? 0)
    if (method === 'PATCH' && offset > 0) this.resumed.push(offset)
    if (method === 'PATCH' && this.cuts > 0 && offset === 0 && !this.cutOnce.has(pathname)) {
      this.cuts--
      this.cutOnce.add(pathname)
      from.pipe(this.cut(Number(headers['content-length']) / 2, from, on)).pipe(on)
    } else from.pipe(on)
  }

  /** Lets that many bytes through, and then both ends hear no more of each other. */
  private cut(bytes: number, ...ends: { destroy(): unknown }[]) {
    let left = Math.floor(bytes)
    return new Transform({
      transform(part: Buffer, _encoding, done) {
        if (left <= 0) return
        const now = part.subarray(0, left)
        left -= now.length
        done(null, now)
        // The server must have begun to take them: it looks who sends before it does.
        const cut = () => {
          for (const end of ends) end.destroy()
        }
        if (!left) setTimeout(cut, HEARD_MS)
      },
    })
  }
}
