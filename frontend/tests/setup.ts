import { Blob as NodeBlob, File as NodeFile } from 'node:buffer'
import { enableAutoUnmount } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './server'

// fetch is Node's own; it sends only Node's own forms and files, not those of jsdom.
globalThis.File = NodeFile as unknown as typeof globalThis.File
globalThis.Blob = NodeBlob as typeof globalThis.Blob
globalThis.Request = Object.getPrototypeOf(globalThis.Request)
globalThis.FormData = (await new Response(new URLSearchParams('a=b')).formData()).constructor as typeof FormData

// What jsdom lacks and Element Plus asks for.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof matchMedia

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  server.resetHandlers()
  document.body.innerHTML = ''
})
afterAll(() => server.close())
enableAutoUnmount(afterEach)
