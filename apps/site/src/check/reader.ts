import {
  extractDocument,
  type Lookups,
  type LookupTexts,
  loadPdfReader,
  type PdfLocations,
  setPdfLocations,
  toLookups,
} from '@gongkai/extract/browser'
import { unpackFiles } from './bundle.ts'
import type { Failure, Opening, Question, Reply } from './messages.ts'
import { lookupsPath, pdfDataPath, pdfWorkerPath } from './paths.ts'
import { toDraftView } from './to-view.ts'

const say = (reply: Reply) => postMessage(reply)

/** A fixed part could not be had. */
class PartError extends Error {}

/** Fixed parts are all that this worker requests: they are the same whatever is read. */
async function get(address: string): Promise<Response> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new PartError(`Cannot read "${address}"`, { cause })
  })
  if (!response.ok) throw new PartError(`Cannot read "${address}": the host answered ${response.status}`)
  return response
}

async function open({ base, version }: Opening): Promise<Lookups> {
  const at = (path: string) => `${base}${path}?v=${version}`
  setPdfLocations(() => loadPdf(at))
  // The build wrote them, and toLookups holds every row to its shape.
  return toLookups((await (await get(at(lookupsPath))).json()) as LookupTexts)
}

let pdf: Promise<PdfLocations> | undefined

/** All data of the PDF library at once, whatever the document needs of it, and its worker, once. */
function loadPdf(at: (path: string) => string): Promise<PdfLocations> {
  pdf ??= startPdf(at)
  // What could not be had is asked for again.
  pdf.catch(() => {
    pdf = undefined
  })
  return pdf
}

async function startPdf(at: (path: string) => string): Promise<PdfLocations> {
  const files = unpackFiles(new Uint8Array(await (await get(at(pdfDataPath))).arrayBuffer()))
  return { data: './', files, port: new Worker(at(pdfWorkerPath), { type: 'module' }) }
}

/** Loads what only some formats need. */
async function loadAll({ base, version }: Opening): Promise<void> {
  await Promise.all([loadPdfReader(), loadPdf((path) => `${base}${path}?v=${version}`)])
}

let opened: Promise<Lookups> | undefined

async function read({ draft, locale }: Extract<Question, { kind: 'read' }>): Promise<void> {
  const lookups = await (opened ?? Promise.reject(new Error('Cannot read a draft: the lookups were not opened')))
  const source = {
    path: draft.name,
    bytes: draft.bytes,
    sha256: await digest(draft.bytes),
    url: null,
    retrievedAt: null,
  }
  say({ kind: 'answer', view: toDraftView(await extractDocument(source, lookups), locale) })
}

/** SHA-256 in hex; a page without a secure origin has none, and then no reviewed correction applies. */
async function digest(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = crypto.subtle
  if (subtle === undefined) return ''
  const hash = await subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function answer(question: Question): Promise<void> {
  if (question.kind === 'read') return read(question)
  opened ??= open(question)
  await opened
  if (question.kind === 'prepare') await loadAll(question)
  say({ kind: 'opened' })
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).catch((error: unknown) => {
    const failure: Failure = error instanceof PartError ? 'not_loaded' : 'failed'
    say({ kind: 'failure', failure, message: error instanceof Error ? error.name : typeof error })
  })
})
