import {
  extractDocument,
  findMediaType,
  type Lookups,
  type LookupTexts,
  loadPdfReader,
  type PdfLocations,
  setPdfLocations,
  toLookups,
} from '@gongkai/extract/browser'
import { type CarriedFile, readCarried } from '@gongkai/schema'
import { unpackFiles } from './bundle.ts'
import { compareCarried } from './carried.ts'
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

/** What every draft needs, and how the other parts are had. */
interface Opened {
  readonly lookups: Lookups
  /** Loads the PDF library with all of its data, once. */
  readonly loadPdf: () => Promise<PdfLocations>
}

async function open({ base, version }: Opening): Promise<Opened> {
  const at = (path: string) => `${base}${path}?v=${version}`
  let pdf: Promise<PdfLocations> | undefined
  const loadPdf = () => {
    pdf ??= startPdf(at)
    // What could not be had is asked for again.
    pdf.catch(() => {
      pdf = undefined
    })
    return pdf
  }
  setPdfLocations(loadPdf)
  // The build wrote them, and toLookups holds every row to its shape.
  const lookups = toLookups((await (await get(at(lookupsPath))).json()) as LookupTexts)
  return { lookups, loadPdf }
}

/** All data of the PDF library at once, whatever the document needs of it, and its worker. */
async function startPdf(at: (path: string) => string): Promise<PdfLocations> {
  await loadPdfReader().catch((cause: unknown) => {
    throw new PartError('Cannot load the PDF library', { cause })
  })
  const files = unpackFiles(new Uint8Array(await (await get(at(pdfDataPath))).arrayBuffer()))
  return { data: './', files, port: new Worker(at(pdfWorkerPath), { type: 'module' }) }
}

let opened: Promise<Opened> | undefined

/** What was opened, by the first question. */
const demand = (): Promise<Opened> =>
  opened ?? Promise.reject(new Error('Cannot read a draft: the lookups were not opened'))

/** Loads what only some formats need; a slow network is no fault of the draft, so it is said. */
async function loadParts(bytes: Uint8Array, { loadPdf }: Opened): Promise<void> {
  if (findMediaType(bytes) !== 'application/pdf') return
  say({ kind: 'stage', stage: 'loading' })
  await loadPdf()
  say({ kind: 'stage', stage: 'reading' })
}

async function read({ draft, locale }: Extract<Question, { kind: 'read' }>): Promise<Reply> {
  const parts = await demand()
  await loadParts(draft.bytes, parts)
  const source = {
    path: draft.name,
    bytes: draft.bytes,
    sha256: await digest(draft.bytes),
    url: null,
    retrievedAt: null,
  }
  return { kind: 'answer', view: toDraftView(await extractDocument(source, parts.lookups), locale) }
}

/** SHA-256 in hex; a page without a secure origin has none, and then no reviewed correction applies. */
async function digest(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = crypto.subtle
  if (subtle === undefined) return ''
  const hash = await subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function compare({ carried, list }: Extract<Question, { kind: 'compare' }>): Reply {
  const file = tryReadCarried(list)
  if (file === undefined) return { kind: 'failure', failure: 'no_list', message: 'RangeError' }
  return { kind: 'compared', comparison: compareCarried(carried, file) }
}

/** Undefined for a file that is no list of a year, since nothing keeps the reader from choosing another one. */
function tryReadCarried(list: string): CarriedFile | undefined {
  try {
    return readCarried(list)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

async function answer(question: Question): Promise<Reply> {
  if (question.kind === 'read') return read(question)
  if (question.kind === 'compare') return compare(question)
  if (question.kind === 'open') opened ??= open(question)
  const { loadPdf } = await demand()
  if (question.kind === 'prepare') await loadPdf()
  return { kind: 'opened' }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).then(say, (error: unknown) => {
    const failure: Failure = error instanceof PartError ? 'not_loaded' : 'failed'
    say({ kind: 'failure', failure, message: error instanceof Error ? error.name : typeof error })
  })
})
