import { Blob as NodeBlob, File as NodeFile } from 'node:buffer'
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './server'

// fetch is Node's own; it sends only Node's own forms and files, not those of jsdom.
globalThis.File = NodeFile as unknown as typeof globalThis.File
globalThis.Blob = NodeBlob as typeof globalThis.Blob
const bare = Object.getPrototypeOf(globalThis.Request)
if (bare !== Function.prototype) {
  globalThis.Request = bare
}
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

// The files of a worker are no windows of one phone: nothing that one says is heard by modules that another has left.
if (!('alone' in globalThis.BroadcastChannel)) {
  let last = 0
  globalThis.BroadcastChannel = class extends globalThis.BroadcastChannel {
    static readonly alone = true
    constructor(name: string) {
      last += 1
      super(`${name} ${last}`)
    }
  }
}

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  server.resetHandlers()
  document.body.innerHTML = ''
})
afterAll(() => server.close())
// The files of a worker share one page and their modules: what is set up once more must be taken down before.
disableAutoUnmount()
enableAutoUnmount(afterEach)
