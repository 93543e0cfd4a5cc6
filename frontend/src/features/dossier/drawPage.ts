import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'

/** Draws a page of a PDF so wide, in pixels of the canvas. */
export async function drawPage(
  file: PDFDocumentProxy,
  page: number,
  canvas: HTMLCanvasElement,
  width: (natural: number) => number,
  began?: (task: RenderTask) => void,
) {
  const sheet = await file.getPage(page)
  const natural = sheet.getViewport({ scale: 1 })
  const viewport = sheet.getViewport({ scale: width(natural.width) / natural.width })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  const task = sheet.render({ canvas, viewport })
  began?.(task)
  await task.promise
  return sheet
}

/** Whether it is only that another page was asked for meanwhile. */
export const wasCancelled = (why: unknown) => (why as Error).name === 'RenderingCancelledException'
