import { api, ok } from '@/api/client'

/** The PDF of the text as it stands in the form, on that case. */
export const previewPaperTemplate = (kind: string, text: string, caseNumber: string) =>
  ok(
    api.POST('/api/v1/paper-kinds/{kind}/preview', {
      params: { path: { kind } },
      body: { text, caseNumber },
      parseAs: 'blob',
    }),
  ) as Promise<unknown> as Promise<Blob>
