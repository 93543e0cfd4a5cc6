import { api, ok } from '@/api/client'

/** Stores a year's calendar as it was read: lines `date,kind,name` with kind HOLIDAY or WORKDAY. */
export const putCalendar = (year: number, csv: string) =>
  ok(
    api.PUT('/api/v1/calendars/{year}', {
      params: { path: { year } },
      headers: { 'Content-Type': 'text/csv; charset=utf-8' },
      body: csv as never,
      bodySerializer: (body) => body as unknown as string,
    }),
  )
