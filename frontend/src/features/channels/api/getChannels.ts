import { api, ok } from '@/api/client'

export const getChannels = () => ok(api.GET('/api/v1/channels'))
