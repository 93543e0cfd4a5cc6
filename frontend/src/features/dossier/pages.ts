/** More pages than this are printed in several goes: each is drawn on this machine and kept until the paper is out. */
export const MOST_PRINTED = 200

/**
 * The pages that somebody typed, e.g. “1-3，5”, in order and each once; undefined where it cannot be read or names a page
 * that is not there.
 */
export function pagesOf(text: string, last: number): number[] | undefined {
  const asked = new Set<number>()
  for (const part of text
    .replaceAll(/[，、；;]/g, ',')
    .replaceAll(/[—–～~至]/g, '-')
    .split(',')) {
    const [, from, to] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part) ?? []
    const first = Number(from)
    const end = to === undefined ? first : Number(to)
    if (!from || first < 1 || end < first || end > last) return undefined
    for (let page = first; page <= end; page++) asked.add(page)
  }
  return [...asked].sort((a, b) => a - b)
}

/** Pages as people write them: 1-3,5. */
export function pagesText(pages: number[]): string {
  const spans: [number, number][] = []
  for (const page of pages) {
    const span = spans.at(-1)
    if (span && span[1] === page - 1) span[1] = page
    else spans.push([page, page])
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** Which of many equal rows a scrolled window shows, with some before and after it. */
export function rowsInSight(scrolled: number, window: number, row: number, rows: number, spare = 2): number[] {
  const first = Math.max(0, Math.floor(scrolled / row) - spare)
  const end = Math.min(rows, Math.ceil((scrolled + window) / row) + spare)
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i)
}
