import { api, ok } from '@/api/client'

export const listPaperVariables = () => ok(api.GET('/api/v1/paper-kinds/variables'))
