type Row = Record<string, unknown>
const KEYS: Record<string, string[]> = { pieces: ['id', 'n'] }

/** What the field app keeps on the phone's disk, in the memory of a test: as much of the database's doors as it opens. */
export function phoneDisk() {
  const stores = new Map<string, Map<string, unknown>>()
  const of = (name: string) => stores.get(name) ?? stores.set(name, new Map()).get(name)!
  const keyOf = (store: string, value: Row, key?: string) =>
    key ?? (KEYS[store] ?? ['id']).map((each) => String(value[each])).join('/')
  const store = (name: string) => ({
    get: async (key: string) => of(name).get(key),
    getAll: async () => [...of(name).values()] as Row[],
    put: async (value: unknown, key?: string) => void of(name).set(keyOf(name, value as Row, key), value),
    delete: async (key: unknown) => void (typeof key === 'string' && of(name).delete(key)),
    clear: async () => of(name).clear(),
  })
  const base = {
    get: (name: string, key: string) => store(name).get(key),
    getAll: (name: string) => store(name).getAll(),
    put: (name: string, value: unknown, key?: string) => store(name).put(value, key),
    delete: (name: string, key: string) => store(name).delete(key),
    transaction: (names: string | string[]) => ({
      objectStore: store,
      store: store(String(names)),
      done: Promise.resolve(),
    }),
  }
  return { db: async () => base, rows: (name: string) => [...of(name).keys()] }
}
