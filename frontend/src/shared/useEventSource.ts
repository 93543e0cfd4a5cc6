import { onScopeDispose } from 'vue'

/**
 * Listens to one server-sent event. The browser reconnects by itself after a dropped line; when the server refuses
 * (the session ended) it stops, and the next ordinary request shows the sign-in page.
 */
export function useEventSource<T>(url: string, event: string, onMessage: (data: T) => void) {
  if (typeof EventSource === 'undefined') return () => {}
  const source = new EventSource(url)
  source.addEventListener(event, (e) => onMessage(JSON.parse((e as MessageEvent<string>).data) as T))
  const close = () => source.close()
  onScopeDispose(close)
  return close
}
