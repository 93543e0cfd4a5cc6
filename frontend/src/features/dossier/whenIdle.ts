/** Does what is not needed yet, when nothing else is to be done, and on no line that is paid by the byte. */
export function whenIdle(act: () => Promise<unknown>) {
  const line = (navigator as { connection?: { saveData?: boolean } }).connection
  if (line?.saveData || typeof Worker === 'undefined') return
  // What cannot be fetched now is fetched when it is needed, and then says why not.
  const quietly = () => void act().catch(() => undefined)
  // Not in every browser.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(quietly, { timeout: 2000 })
  else setTimeout(quietly, 500)
}
