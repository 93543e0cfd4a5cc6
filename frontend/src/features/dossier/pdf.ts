import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist'
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'
import { bytesOf, wholeOf } from './api/contentOf'

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

class Parts extends PDFDataRangeTransport {
  constructor(
    private readonly size: number,
    private readonly tree: Uint8Array,
    first: Uint8Array,
    private readonly address: string,
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
    const own = await bytesOf(this.address, begin, Math.min(end, this.size))
    if (!behind.length) return own
    const both = new Uint8Array(own.length + behind.length)
    both.set(own)
    both.set(behind, own.length)
    return both
  }
}

/**
 * Opens a PDF by the parts that are looked at: a volume of ten thousand pages shows its first without the rest.
 *
 * @param tree where the server has a tree of its pages to be read behind it
 */
export async function openPdf(address: string, size: number, tree: Promise<Uint8Array>): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
  const [first, behind] = await Promise.all([bytesOf(address, 0, Math.min(PART, size)), tree])
  return new Promise((opened, failed) => {
    getDocument({
      ...READING,
      range: new Parts(size, behind, first, address, failed),
      rangeChunkSize: PART,
      disableAutoFetch: true,
      disableStream: true,
    }).promise.then(opened, failed)
  })
}

/** Opens a PDF of a few pages, which is made when it is asked for. */
export async function openWhole(address: string): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
  return getDocument({ ...READING, data: await wholeOf(address) }).promise
}
