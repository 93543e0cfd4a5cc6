import { onScopeDispose, type WatchSource, watch } from 'vue'

/**
 * Listens to one server-sent event while it is wanted. The browser reconnects by itself after a dropped line; when the server refuses
 * (the session ended) it stops, and the next ordinary request shows the sign-in page.
 */
export function useEventSource<T>(
  url: string,
  event: string,
  onMessage: (data: T) => void,
  wanted: WatchSource<boolean> = () => true,
) {
  let source: EventSource | undefined
  const stop = () => source?.close()
  function start(want: boolean) {
    stop()
    if (!want || typeof EventSource === 'undefined') return
    source = new EventSource(url)
    source.addEventListener(event, (e) => onMessage(JSON.parse((e as MessageEvent<string>).data) as T))
  }
  watch(wanted, start, { immediate: true })
  onScopeDispose(stop)
}
