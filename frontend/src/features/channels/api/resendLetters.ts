import { api, ok } from '@/api/client'

export const resendLetters = () => ok(api.POST('/api/v1/outbox/dead/resend', {}))
