import { type Component, type InjectionKey, inject, type Ref, ref } from 'vue'
import type { PaperBody } from '@/api/types'

/** The field that takes an act's paper, given by the page: measures know nothing of how files are sent. */
export const PAPER_FIELD: InjectionKey<Component> = Symbol('paper field')

/** An act's paper while its form is open: an upload or an item of the e-file; null while there is none. */
export function usePaper() {
  const paper: Ref<PaperBody | null> = ref(null)
  return { paper, field: inject(PAPER_FIELD, undefined) }
}
