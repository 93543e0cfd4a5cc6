import { Readable } from 'node:stream'
import { getResponse, type RequestHandler } from 'msw'
import type { Plugin } from 'vite'

/** Answers /api in the development server from the handlers. */
export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    configureServer(server) {
      server.middlewares.use(async (incoming, outgoing, next) => {
        if (!incoming.url?.startsWith('/api/')) return next()
        const withBody = !['GET', 'HEAD'].includes(incoming.method ?? 'GET')
        const request = new Request(`http://localhost${incoming.url}`, {
          method: incoming.method,
          headers: incoming.headers as Record<string, string>,
          ...(withBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
        } as RequestInit)
        const { handlers } = (await server.ssrLoadModule('/mocks/handlers.ts')) as { handlers: RequestHandler[] }
        const answer = await getResponse(handlers, request)
        outgoing.statusCode = answer?.status ?? 404
        answer?.headers.forEach((value, name) => void outgoing.setHeader(name, value))
        if (answer?.body) Readable.fromWeb(answer.body as never).pipe(outgoing)
        else outgoing.end()
      })
    },
  }
}
