import { HttpResponse, http } from 'msw'
import type { Dossier } from '@/api/types'

export const dossier: Dossier = {
  policyVersion: 1,
  pages: 7,
  catalogue: [
    { code: 'APPLICATION', name: '申请执行书', clause: '默认', count: 1 },
    { code: 'INTERVIEW_RECORD', name: '约谈/执行笔录', clause: '二(四)1', count: 0 },
    { code: 'RULING', name: '裁定书', clause: '默认', count: 0 },
  ],
  items: {
    items: [
      {
        id: '0190c3a0-0000-7000-8000-0000000000d1',
        category: 'APPLICATION',
        nth: 1,
        pages: 7,
        fromPage: 1,
        toPage: 7,
        versions: [
          {
            number: 1,
            fileName: '申请执行书.jpg',
            mediaType: 'image/jpeg',
            size: 654_321,
            sha256: 'b'.repeat(64),
            filedBy: '王某',
            filedAt: '2022-10-10T01:30:00Z',
            note: null,
          },
          {
            number: 2,
            fileName: '申请执行书.pdf',
            mediaType: 'application/pdf',
            size: 1_234_567,
            sha256: 'a'.repeat(64),
            filedBy: '王某',
            filedAt: '2022-10-11T01:30:00Z',
            note: '重新扫描',
          },
        ],
        title: '申请执行书',
        source: 'SCAN',
        number: 2,
        fileId: '0190c3a0-0000-7000-8000-0000000000f1',
        fileName: '申请执行书.pdf',
        mediaType: 'application/pdf',
        size: 1_234_567,
        sha256: 'a'.repeat(64),
        filedBy: '王某',
        filedAt: '2022-10-11T01:30:00Z',
        takenAt: null,
        place: null,
        note: '重新扫描',
        nodeId: null,
        removedReason: null,
        removedAt: null,
        version: 2,
      },
    ],
    next: null,
  },
  completeness: [
    {
      manner: 'COMPLETED',
      missing: [{ category: 'RULING', name: '裁定书', count: 1, clause: '默认', mandatory: false }],
    },
    { manner: 'WITHDRAWN', missing: [] },
  ],
}

export const dossierHandlers = [http.get('*/api/v1/cases/:id/dossier', () => HttpResponse.json(dossier))]
