import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getPdfLocations } from './locations.ts'

/**
 * Opens a PDF with nothing that runs, asks the network, or decodes a picture. Without the folders of data, fonts of
 * Chinese programs give no glyphs and no error.
 */
export function openDocument(bytes: Uint8Array): pdfjs.PDFDocumentLoadingTask {
  const { data, worker } = getPdfLocations()
  if (worker !== undefined) pdfjs.GlobalWorkerOptions.workerSrc = worker
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
