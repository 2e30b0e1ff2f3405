import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getPdfLocations } from './locations.ts'

/**
 * Opens a PDF with nothing that runs, asks the network, or decodes a picture. Without the folders of data, fonts of
 * Chinese programs give no glyphs and no error.
 */
export async function openDocument(bytes: Uint8Array): Promise<pdfjs.PDFDocumentLoadingTask> {
  const { data, worker, port, files } = await getPdfLocations()
  if (worker !== undefined) pdfjs.GlobalWorkerOptions.workerSrc = worker
  if (port !== undefined) pdfjs.GlobalWorkerOptions.workerPort = port
  return pdfjs.getDocument({
    ...(files && { BinaryDataFactory: toHeldData(files) }),
    data: new Uint8Array(bytes), // a copy: the library takes what it is given for its own
    cMapUrl: `${data}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${data}standard_fonts/`,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    fontExtraProperties: true, // codes of glyphs, which show where a font has no map
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1, // larger ones are passed over and never decoded
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
}

/** A page as the library fills its list of steps: piece by piece, by a method that it keeps to itself. */
interface FillingPage {
  _renderPageChunk(chunk: { readonly length: number }, state: unknown): void
}

const isFilling = (page: unknown): page is FillingPage =>
  typeof page === 'object' && page !== null && '_renderPageChunk' in page && typeof page._renderPageChunk === 'function'

/**
 * The painting steps of a page; undefined where they are more than allowed. Forms inside forms make a small file paint
 * without end, and the library has no bound of its own, so its pieces are counted while they come in.
 *
 * @throws {RangeError} if the library fills its lists in another way (our bug: a new version of it)
 */
export function listOperators(
  page: pdfjs.PDFPageProxy,
  most: number,
): Promise<Awaited<ReturnType<pdfjs.PDFPageProxy['getOperatorList']>> | undefined> {
  const filling: unknown = page
  if (!isFilling(filling))
    throw new RangeError('Cannot bound the steps of a PDF: its library has no "_renderPageChunk"')
  const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>()
  const fill = filling._renderPageChunk.bind(page)
  let count = 0
  filling._renderPageChunk = (chunk, state) => {
    count += chunk.length
    if (count > most) stop(undefined)
    else fill(chunk, state)
  }
  // Values of form fields and comments are part of what a viewer shows.
  return Promise.race([page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE }), stopped])
}

export const { OPS } = pdfjs
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const folders = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts' } as const

/** What the library asks for its data, where the files are at hand. */
const toHeldData = (files: ReadonlyMap<string, Uint8Array>) =>
  class {
    async fetch({ kind, filename }: { readonly kind: keyof typeof folders; readonly filename: string }) {
      const found = files.get(`${folders[kind]}/${filename}`)
      if (!found) throw new Error(`Cannot read "${filename}" of "${kind}": it is not among ${files.size} files`)
      return found.slice() // the library may hand it over to its worker
    }
  }
