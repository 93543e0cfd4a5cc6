import { api, ok } from '@/api/client'

export const listPaperKinds = () => ok(api.GET('/api/v1/paper-kinds'))
