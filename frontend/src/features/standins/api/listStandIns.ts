import { api, ok } from '@/api/client'

export const listStandIns = () => ok(api.GET('/api/v1/stand-ins'))
