import { limits, Unreadable } from '../../limits.ts'
import { drawPage } from './draw.ts'
import { findUnshownFields, hasFields } from './fields.ts'
import { listOperators, OPS, openDocument, type PDFDocumentProxy, type PDFPageProxy } from './library.ts'
import { toMatrix } from './matrix.ts'
import type { PdfPage } from './page.ts'
import type { FontGlyph } from './show-text.ts'
import type { PdfFont } from './state.ts'
import { checkStreams } from './streams.ts'
import { findUnmapped } from './unmapped.ts'

/**
 * Opens a PDF and gives its pages as they are painted.
 *
 * @throws {Unreadable} `encrypted` where it asks for a password, `damaged`, or `limit_exceeded`
 */
export async function openPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  await checkStreams(bytes)
  const task = await openDocument(bytes)
  try {
    const document = await ask(task.promise)
    if (document.numPages > limits.pdfPages)
      throw new Unreadable('limit_exceeded', `${document.numPages} pages, the limit is ${limits.pdfPages}`)
    return await readPages(document)
  } finally {
    await task.destroy()
  }
}

/** What the library cannot do is the document's fault. */
async function ask<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw toUnreadable(error)
  }
}

function toUnreadable(error: unknown): Unreadable {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  return name === 'PasswordException'
    ? new Unreadable('encrypted', 'it opens with a password only')
    : new Unreadable('damaged', `the PDF cannot be opened (${message.slice(0, 120)})`)
}

async function readPages(document: PDFDocumentProxy): Promise<readonly PdfPage[]> {
  const layers = await ask(document.getOptionalContentConfig())
  const isForm = await ask(hasFields(document))
  const pages: PdfPage[] = []
  const totals = { steps: 0, glyphs: 0 }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await ask(document.getPage(number))
    const steps = await listSteps(page, limits.pdfSteps - totals.steps)
    totals.steps += steps.length
    const drawn = drawSteps(page, steps, (layer) => layers.isVisible(layer))
    totals.glyphs += drawn.glyphs.length
    if (totals.glyphs > limits.characters)
      throw new Unreadable('limit_exceeded', `more than ${limits.characters} characters by page ${number}`)
    const unshown = isForm ? await ask(findUnshownFields(page, toMatrix(page.getViewport({ scale: 1 }).transform))) : []
    pages.push({ ...drawn, pictures: [...drawn.pictures, ...unshown] })
    page.cleanup()
  }
  return pages
}

interface Step {
  readonly name: string
  readonly args: readonly unknown[]
}

const names = new Map(Object.entries(OPS).map(([name, number]) => [number, name]))
const nameOf = (kind: unknown): string => (typeof kind === 'number' ? (names.get(kind) ?? '') : '')

async function listSteps(page: PDFPageProxy, left: number): Promise<readonly Step[]> {
  const list = await ask(listOperators(page, Math.min(left, limits.pdfPageSteps)))
  if (!list) {
    const which = left < limits.pdfPageSteps ? limits.pdfSteps : limits.pdfPageSteps
    throw new Unreadable('limit_exceeded', `more than ${which} painting steps by page ${page.pageNumber}`)
  }
  return list.fnArray.map((kind, i) => ({ name: nameOf(kind), args: list.argsArray[i] ?? [] }))
}

function drawSteps(page: PDFPageProxy, steps: readonly Step[], isShown: (layer: unknown) => boolean): PdfPage {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  if (!(Math.max(width, height) <= limits.pdfPoints))
    throw new Unreadable('limit_exceeded', `a page of ${width} by ${height} points, the limit is ${limits.pdfPoints}`)
  const fontOf = (id: string): PdfFont | undefined => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined)
  const unmapped = findUnmapped(steps, fontOf)
  return drawPage({
    width,
    height,
    matrix: toMatrix(transform),
    steps,
    nameOf,
    fontOf,
    isShown,
    toText: (glyph: FontGlyph, fontId) => unmapped(glyph, fontId),
  })
}
