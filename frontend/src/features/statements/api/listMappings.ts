import { api, ok } from '@/api/client'

export const listMappings = () => ok(api.GET('/api/v1/statement-mappings', {}))
