import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist'
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'
import { bytesOf } from './api/contentOf'

const PART = 1 << 16
/** What the build copies out of the library: the code maps of Chinese fonts, fonts that a file leaves out, decoders. */
const ASSETS = `${import.meta.env.BASE_URL}pdfjs/`

class Parts extends PDFDataRangeTransport {
  constructor(
    size: number,
    first: Uint8Array,
    private readonly address: string,
    private readonly failed: (cause: unknown) => void,
  ) {
    super(size, first)
  }
  override requestDataRange(begin: number, end: number) {
    bytesOf(this.address, begin, end).then((bytes) => this.onDataRange(begin, bytes), this.failed)
  }
}

/** Opens a PDF by the parts that are looked at: a volume of ten thousand pages shows its first without the rest. */
export async function openPdf(address: string, size: number): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
  const first = await bytesOf(address, 0, Math.min(PART, size))
  return new Promise((opened, failed) => {
    getDocument({
      range: new Parts(size, first, address, failed),
      rangeChunkSize: PART,
      disableAutoFetch: true,
      disableStream: true,
      cMapUrl: `${ASSETS}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${ASSETS}standard_fonts/`,
      wasmUrl: `${ASSETS}wasm/`,
      // The page's policy forbids compiled code; the library brings the same decoders as scripts.
      useWasm: false,
    }).promise.then(opened, failed)
  })
}
