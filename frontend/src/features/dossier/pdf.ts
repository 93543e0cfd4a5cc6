import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist'
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'
import { bytesOf, wholeOf } from './api/contentOf'
import { tableFrom } from './tableFrom'

const PART = 1 << 16
/** What the build copies out of the library: the code maps of Chinese fonts, fonts that a file leaves out, decoders. */
const ASSETS = `${import.meta.env.BASE_URL}pdfjs/`
const READING = {
  cMapUrl: `${ASSETS}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${ASSETS}standard_fonts/`,
  wasmUrl: `${ASSETS}wasm/`,
  // The page's policy forbids compiled code; the library brings the same decoders as scripts.
  useWasm: false,
}

/** Bytes that will be wanted, on their way before they are. */
interface Ahead {
  from: number
  bytes: Promise<Uint8Array>
}

/** The table is wanted whole before any page: asked for part by part, each would wait for the one before. */
function tableAhead(address: string, size: number, tree: Uint8Array): Ahead | undefined {
  const from = tableFrom(tree, size, PART)
  if (from === undefined) return undefined
  const bytes = bytesOf(address, from, size)
  // Whoever asks for these bytes is told.
  bytes.catch(() => undefined)
  return { from, bytes }
}

class Parts extends PDFDataRangeTransport {
  constructor(
    private readonly size: number,
    private readonly tree: Uint8Array,
    first: Uint8Array,
    private readonly address: string,
    private readonly ahead: Ahead | undefined,
    private readonly failed: (cause: unknown) => void,
  ) {
    super(size + tree.length, first)
  }
  override requestDataRange(begin: number, end: number) {
    this.read(begin, end).then((bytes) => this.onDataRange(begin, bytes), this.failed)
  }
  /** The file's own bytes, and behind them the tree of its pages. */
  private async read(begin: number, end: number): Promise<Uint8Array> {
    const behind = this.tree.slice(Math.max(0, begin - this.size), Math.max(0, end - this.size))
    if (begin >= this.size) return behind
    if (this.ahead && begin >= this.ahead.from)
      return joined((await this.ahead.bytes).slice(begin - this.ahead.from), this.tree)
    return joined(await bytesOf(this.address, begin, Math.min(end, this.size)), behind)
  }
}

function joined(own: Uint8Array, behind: Uint8Array): Uint8Array {
  if (!behind.length) return own
  const both = new Uint8Array(own.length + behind.length)
  both.set(own)
  both.set(behind, own.length)
  return both
}

/** The reader's own thread, which takes a while to start: begun where somebody is likely to open a PDF. */
export function warmUp() {
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
}

/**
 * Opens a PDF by the parts that are looked at: a volume of ten thousand pages shows its first without the rest.
 *
 * @param tree where the server has a tree of its pages to be read behind it
 */
export async function openPdf(address: string, size: number, tree: Promise<Uint8Array>): Promise<PDFDocumentProxy> {
  warmUp()
  const ahead = tree.then((behind) => tableAhead(address, size, behind))
  const [first, behind, table] = await Promise.all([bytesOf(address, 0, Math.min(PART, size)), tree, ahead])
  return new Promise((opened, failed) => {
    getDocument({
      ...READING,
      range: new Parts(size, behind, first, address, table, failed),
      rangeChunkSize: PART,
      disableAutoFetch: true,
      disableStream: true,
    }).promise.then(opened, failed)
  })
}

/** Opens a PDF of a few pages, which is made when it is asked for, or is here already. */
export async function openWhole(address: string | Blob): Promise<PDFDocumentProxy> {
  warmUp()
  const data = typeof address === 'string' ? await wholeOf(address) : new Uint8Array(await address.arrayBuffer())
  return getDocument({ ...READING, data }).promise
}
