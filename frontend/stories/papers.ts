import { Buffer } from 'node:buffer'

/**
 * A PDF that says on each page which it is. Its pages hang on a tree, as those of scanners and printers do, and carry so
 * many bytes each beside their text.
 */
export function paper(pages: number, ballast = 0) {
  const FAN = 50
  const objects: Buffer[] = []
  const put = (text: string | Buffer) => objects.push(Buffer.isBuffer(text) ? text : Buffer.from(text)) + 0
  put('<</Type/Catalog/Pages 2 0 R>>')
  const root = put('') - 1
  put('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')
  const groups: string[] = []
  for (let first = 1; first <= pages; first += FAN) {
    const group = put('')
    const kids: string[] = []
    const last = Math.min(pages, first + FAN - 1)
    for (let i = first; i <= last; i++) {
      const text = Buffer.from(`BT /F1 48 Tf 72 700 Td (Page ${i}) Tj ET\n%`)
      const content = Buffer.concat([text, Buffer.alloc(ballast, `${i}-`)])
      kids.push(
        `${put(`<</Type/Page/Parent ${group} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length + 2} 0 R>>`)} 0 R`,
      )
      put(Buffer.concat([Buffer.from(`<</Length ${content.length}>>stream\n`), content, Buffer.from('\nendstream')]))
    }
    objects[group - 1] = Buffer.from(`<</Type/Pages/Parent 2 0 R/Count ${kids.length}/Kids[${kids.join(' ')}]>>`)
    groups.push(`${group} 0 R`)
  }
  objects[root] = Buffer.from(`<</Type/Pages/Count ${pages}/Kids[${groups.join(' ')}]>>`)
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let at = parts[0]?.length ?? 0
  const places = objects.map((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj`), object, Buffer.from('endobj\n')])
    const here = `${String(at).padStart(10, '0')} 00000 n \n`
    parts.push(whole)
    at += whole.length
    return here
  })
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** As a file input takes it. */
export const pdf = (name: string, buffer = paper(1)) => ({ name, mimeType: 'application/pdf', buffer })
