import { api, ok } from '@/api/client'
import type { PreferencesBody } from '@/api/types'

export const setPreferences = (body: PreferencesBody) => ok(api.PUT('/api/v1/me/preferences', { body }))
