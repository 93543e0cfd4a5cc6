/** A table of objects that is longer is read as it is asked for. */
const MOST = 4 << 20

/**
 * From which byte a file's own table of objects is to be read, to its end: the tree of pages that is read behind it says
 * where it begins. Undefined where it does not say, or where that is too much to be read at once.
 *
 * @param part what the reader asks for begins at a multiple of it
 */
export function tableFrom(tree: Uint8Array, size: number, part: number): number | undefined {
  const end = new TextDecoder('latin1').decode(tree.slice(-200))
  const said = /\/Prev (\d+)>>\s*startxref\s+\d+\s+%%EOF\s*$/.exec(end)
  if (!said) return undefined
  const from = Math.floor(Number(said[1]) / part) * part
  // What lies in the first part is read with it.
  return from >= part && from < size && size - from <= MOST ? from : undefined
}
