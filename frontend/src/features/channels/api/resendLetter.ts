import { api, ok } from '@/api/client'

export const resendLetter = (id: number) => ok(api.POST('/api/v1/outbox/{id}/resend', { params: { path: { id } } }))
