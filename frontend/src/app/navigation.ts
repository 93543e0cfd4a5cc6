import { Bell } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Me } from '@/api/types'

export interface Place {
  name: string
  icon: Component
}

/** The places a person's roles open, in the order of a working day. Hiding is a courtesy: the server decides. */
export function placesFor(me: Me): Place[] {
  const all: [Place, boolean][] = [[{ name: 'inbox', icon: Bell }, me.roles.length > 0]]
  return all.filter(([, open]) => open).map(([place]) => place)
}
