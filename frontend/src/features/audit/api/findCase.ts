import { api, ok } from '@/api/client'

/** The case of exactly that number: the trail is asked by id. */
export async function findCase(number: string) {
  const page = await ok(api.GET('/api/v1/cases', { params: { query: { q: number, limit: 5 } } }))
  return page.items.find((c) => c.number === number)
}
