import { onBeforeUnmount, ref } from 'vue'
import type { Slip } from '../types'
import { keepSound } from './sound'
import { begun, type What } from './take'

const TYPES = ['audio/webm', 'audio/mp4']
const PIECE_MS = 1000

type Spoken = Pick<What, 'title' | 'category'>

/**
 * Sound from the microphone, on the phone's disk second by second. Leaving the screen stops it and keeps it; a killed
 * tab leaves what was heard until then.
 */
export function useRecorder(failed: (cause: unknown) => void, done: () => void) {
  const on = ref(false)
  const clock = ref('0:00')
  let recorder: MediaRecorder | undefined
  let ticking: ReturnType<typeof setInterval> | undefined

  /** False: the microphone is not to be had. */
  async function start(slip: Slip, spoken: Spoken): Promise<boolean> {
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      return false
    }
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    const now = new MediaRecorder(stream, mimeType ? { mimeType } : {})
    const what = { kind: 'AUDIO', mediaType: now.mimeType || 'audio/webm', ...spoken } as const
    const kept = await keepSound(begun(slip, what))
    now.ondataavailable = ({ data }) => {
      void kept.add(data).catch((cause) => {
        failed(cause)
        stop()
      })
    }
    now.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      kept.end().then(done, failed)
    }
    now.start(PIECE_MS)
    recorder = now
    const since = Date.now()
    ticking = setInterval(() => {
      const seconds = Math.floor((Date.now() - since) / 1000)
      clock.value = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    }, 500)
    on.value = true
    return true
  }
  function stop() {
    clearInterval(ticking)
    on.value = false
    clock.value = '0:00'
    if (recorder?.state === 'recording') recorder.stop()
  }
  onBeforeUnmount(stop)
  return { on, clock, start, stop }
}
