import { drain } from '../net/outbox'
import { add, locate } from '../store/captures'
import { addPiece, dropSound, heard, openSounds, putSound, type Sound } from '../store/sounds'
import { whereNow } from './position'
import { sha256 } from './take'

const lockOf = (id: string) => `zhixing-field-sound-${id}`

/** A recording becomes a capture: of all that was heard, whether it was stopped or cut off. */
async function close(sound: Sound) {
  const bytes = await heard(sound.id)
  if (!bytes.byteLength) return dropSound(sound.id)
  await add({ ...sound, sha256: await sha256(bytes), size: bytes.byteLength }, bytes)
  await drain()
}

/** Keeps a running recording second by second. The lock says to other windows that it runs. */
export async function keepSound(first: Sound) {
  let sound = first
  let ended: () => void = () => undefined
  const running = new Promise<void>((resolve) => {
    ended = resolve
  })
  await new Promise<void>((held) => {
    void navigator.locks.request(lockOf(sound.id), () => {
      held()
      return running
    })
  })
  await putSound(sound)
  let pieces = 0
  // One after another: what is written late must not bring back what has been closed.
  let turn: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined
  void whereNow().then(async (where) => {
    sound = { ...sound, ...where }
    if (!closing) turn = turn.then(() => putSound(sound))
    else await closing.then(() => locate(sound.id, where)).then(drain)
  })
  return {
    /** Rejects where the phone's disk takes no more. */
    add(bytes: Blob): Promise<unknown> {
      const n = pieces++
      turn = turn.then(async () => addPiece(sound.id, n, await bytes.arrayBuffer()))
      return turn
    },
    /** What is there becomes a capture, though the last pieces may have found no room. */
    end(): Promise<void> {
      closing = turn
        .catch(() => undefined)
        .then(() => close(sound))
        .finally(ended)
      return closing
    },
  }
}

/** Recordings that no window goes on with any more, since their tab was killed: kept as far as they had come. */
export async function recoverSounds(cutOff: (title: string) => string) {
  for (const sound of await openSounds())
    await navigator.locks.request(lockOf(sound.id), { ifAvailable: true }, async (lock) => {
      if (lock) await close({ ...sound, title: cutOff(sound.title) })
    })
}
