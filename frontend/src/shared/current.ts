import { type InjectionKey, inject, provide } from 'vue'
import type { Me } from '@/api/types'

const KEY: InjectionKey<Me> = Symbol('me')

/** The shell provides the person signed in; everything inside it may ask. */
export const provideCurrent = (me: Me) => provide(KEY, me)

export function useCurrent(): Me {
  const me = inject(KEY)
  if (!me) throw new Error('used outside the shell')
  return me
}
