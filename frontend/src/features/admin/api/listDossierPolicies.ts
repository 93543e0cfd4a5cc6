import { api, ok } from '@/api/client'

export const listDossierPolicies = () => ok(api.GET('/api/v1/dossier-policies', {}))
