import { api, ifMatch, ok } from '@/api/client'
import type { ChannelsBody } from '@/api/types'

export const setChannels = (version: number, body: ChannelsBody) =>
  ok(api.PUT('/api/v1/channels', { params: { header: ifMatch(version) }, body }))
