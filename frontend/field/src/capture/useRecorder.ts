import { onBeforeUnmount, ref } from 'vue'

const TYPES = ['audio/webm', 'audio/mp4']

/** Sound from the microphone, as one file when it is stopped; leaving the screen stops it too, and keeps it. */
export function useRecorder(done: (bytes: ArrayBuffer, mediaType: string) => Promise<void>) {
  const on = ref(false)
  const clock = ref('0:00')
  let recorder: MediaRecorder | undefined
  let ticking: ReturnType<typeof setInterval> | undefined

  async function start(): Promise<boolean> {
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      return false
    }
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {})
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = async () => {
      for (const track of stream.getTracks()) track.stop()
      await done(await new Blob(parts).arrayBuffer(), recorder?.mimeType ?? 'audio/webm')
    }
    recorder.start(1000)
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
  return {
    on,
    clock,
    /** False: the microphone is not to be had. */
    async toggle() {
      if (!on.value) return start()
      stop()
      return true
    },
  }
}
