// Other windows of the app show the same outbox.
const channel = new BroadcastChannel('zhixing-field')
const listeners: (() => Promise<void>)[] = []
channel.onmessage = () => {
  for (const load of listeners) void load()
}

/** Loads anew whenever another window changed something. */
export const onTold = (load: () => Promise<void>) => listeners.push(load)
export const tell = () => channel.postMessage('changed')
