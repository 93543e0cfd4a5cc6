import { asProblem } from './problem'

const unanswered = new Map<string, string>()

/**
 * One key for one wish: while its answer is lost it is sent again under the key that it had, so that whoever taps once
 * more on a bad line is told what became of the first tap, not that somebody else was quicker. With an answer the wish
 * is over, and the same again is another one.
 *
 * @param wish what is wanted of what, with all that is said in the body
 */
export async function once<T>(wish: unknown[], send: (key: { 'Idempotency-Key': string }) => Promise<T>): Promise<T> {
  const same = JSON.stringify(wish)
  const key = unanswered.get(same) ?? crypto.randomUUID()
  unanswered.set(same, key)
  try {
    const answer = await send({ 'Idempotency-Key': key })
    unanswered.delete(same)
    return answer
  } catch (cause) {
    if (!asProblem(cause).unexpected) unanswered.delete(same)
    throw cause
  }
}

/** By which a file is known again that somebody sends once more. */
export const nameOf = (file?: File) => (file ? [file.name, file.size, file.lastModified] : [])
