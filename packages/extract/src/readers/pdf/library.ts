import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Where the library's own data lies. In Node this is its package, a path; a page in a browser hands in addresses below
 * its own origin before the first PDF is read.
 */
export interface PdfLocations {
  /** Folder of `cmaps` and `standard_fonts`, with a slash at its end. */
  readonly data: string
  /** Module of the library's worker. */
  readonly worker?: string
}

let locations: PdfLocations | undefined

/** Tells where the library's data lies. */
export function setPdfLocations(given: PdfLocations): void {
  locations = given
  if (given.worker !== undefined) pdfjs.GlobalWorkerOptions.workerSrc = given.worker
}

/** The package's folder as a path; the library reads it by path in Node. */
function findPackage(): PdfLocations {
  const { pathname } = new URL('.', import.meta.resolve('pdfjs-dist/package.json'))
  const path = decodeURIComponent(pathname)
  return { data: /^\/[a-z]:/i.test(path) ? path.slice(1) : path }
}

/**
 * Opens a PDF with nothing that runs, asks the network, or decodes a picture. Without the folders of data, fonts of
 * Chinese programs give no glyphs and no error.
 */
export function openDocument(bytes: Uint8Array): pdfjs.PDFDocumentLoadingTask {
  locations ??= findPackage()
  const { data } = locations
  return pdfjs.getDocument({
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

export const { OPS, AnnotationMode } = pdfjs
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
