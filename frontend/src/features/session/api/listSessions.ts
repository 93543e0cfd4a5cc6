import { api, ok } from '@/api/client'

export const listSessions = () => ok(api.GET('/api/v1/me/sessions'))
