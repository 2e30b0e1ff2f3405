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

export const { OPS, AnnotationMode } = pdfjs
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
