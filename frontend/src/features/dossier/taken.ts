import type { CaseDetail, Dossier } from '@/api/types'

/** The categories that the volume takes: all of an open case, then what its way of closing wants; in the archive none. */
export function taken(file: CaseDetail, dossier: Dossier): Dossier['catalogue'] {
  if (file.status === 'OPEN') return dossier.catalogue
  if (file.archiving) return []
  const way = dossier.completeness.find((w) => w.manner === file.closure?.manner)
  const wanted = new Set(way?.missing.map((m) => m.category))
  return dossier.catalogue.filter((c) => wanted.has(c.code))
}
