import { Buffer } from 'node:buffer'

/** A PDF that says on each page which it is. */
export function paper(pages: number) {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  for (let i = 1; i <= pages; i++) {
    const text = `BT /F1 48 Tf 72 700 Td (Page ${i}) Tj ET`
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${3 + 2 * i} 0 R>>`,
    )
    objects.push(`<</Length ${text.length}>>stream\n${text}\nendstream`)
  }
  let body = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj${object}endobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

/** As a file input takes it. */
export const pdf = (name: string, buffer = paper(1)) => ({ name, mimeType: 'application/pdf', buffer })
