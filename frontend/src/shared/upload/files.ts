/** Bytes in words, as people read them. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`
}

/** A file's name without its ending, as the title of what it becomes. */
export const titleOf = (name: string) => name.replace(/\.[^.]{1,5}$/, '').slice(0, 200) || name
