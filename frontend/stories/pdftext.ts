import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect } from './court'

/** What a PDF says, without the blanks that its lines are set with. */
export async function textOf(bytes: Uint8Array) {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await file.loadingTask.destroy()
  return pages.join('').replace(/\s/g, '')
}

/** What a paper says, as the signed-in person reads it. */
export async function saidBy(page: Page, paper: string) {
  const answer = await page.request.get(`/api/v1/papers/${paper}/pdf`)
  expect(answer.ok(), await answer.text().then((text) => text.slice(0, 200))).toBe(true)
  return textOf(await answer.body())
}
