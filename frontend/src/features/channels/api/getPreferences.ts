import { api, ok } from '@/api/client'

export const getPreferences = () => ok(api.GET('/api/v1/me/preferences'))
