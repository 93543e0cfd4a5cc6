import { api, ok } from '@/api/client'

export const getMe = () => ok(api.GET('/api/v1/me'))
