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

/** A scan as an office's scanner sends it: a TIFF of grey pages, with as many dark bars on each as its number says. */
export function scan(pages: number) {
  const [width, height] = [300, 424]
  const parts: Buffer[] = [Buffer.from('II*\0'), Buffer.alloc(4)]
  let at = 8
  let link = { in: parts[1] as Buffer, at: 0 }
  for (let page = 1; page <= pages; page++) {
    const dots = Buffer.alloc(width * height, 255)
    for (let bar = 0; bar < page; bar++) dots.fill(30, (40 + bar * 30) * width, (55 + bar * 30) * width)
    const tags = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at],
      [277, 1],
      [278, height],
      [279, dots.length],
    ] as const
    const directory = Buffer.alloc(2 + tags.length * 12 + 4)
    directory.writeUInt16LE(tags.length, 0)
    tags.forEach(([tag, value], i) => {
      directory.writeUInt16LE(tag, 2 + i * 12)
      // Places and lengths are long, what kind of dots they are is short.
      directory.writeUInt16LE(tag === 273 || tag === 279 ? 4 : 3, 4 + i * 12)
      directory.writeUInt32LE(1, 6 + i * 12)
      directory.writeUInt32LE(value, 10 + i * 12)
    })
    link.in.writeUInt32LE(at + dots.length, link.at)
    link = { in: directory, at: directory.length - 4 }
    parts.push(dots, directory)
    at += dots.length + directory.length
  }
  return Buffer.concat(parts)
}

/** As a file input takes it. */
export const pdf = (name: string, buffer = paper(1)) => ({ name, mimeType: 'application/pdf', buffer })
