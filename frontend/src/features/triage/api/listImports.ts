import { api, ok } from '@/api/client'

export const listImports = () => ok(api.GET('/api/v1/imports', {}))
