import type { DocumentEntry, LedgerEntry } from '@gongkai/schema'
import { extractDocument, toEntry } from '../../extract-document.ts'
import { limits } from '../../limits.ts'
import { toShownText } from '../../show/printable.ts'
import type { SourceDocument } from '../../types.ts'
import { toLine } from './ledger.ts'
import { loadLookups } from './load-lookups.ts'

/** What a process made of a document. */
export interface DocumentRead {
  readonly document: DocumentEntry
  /** The ledger line with its reports. */
  readonly line: string
  /** What is to be said of a fault of ours. */
  readonly fault: string | null
}

const lookups = loadLookups()

/**
 * The ledger line of one document. A fault of ours is told beside it and becomes a row `failed`: the other documents of
 * the corpus do not pay for it. A line that nobody could read is a row `limit_exceeded`.
 */
export async function readSource(source: SourceDocument): Promise<DocumentRead> {
  try {
    return toBounded(await extractDocument(source, lookups))
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error))
    const fault = `Failed on "${toShownText(source.path)}": ${toShownText(thrown.message)}${placesOf(thrown)}`
    return toRead({ document: { ...toEntry(source), reason: 'failed', detail: thrown.name }, reports: [] }, fault)
  }
}

function toBounded(entry: LedgerEntry): DocumentRead {
  const read = tryRead(entry)
  if (read && Buffer.byteLength(read.line) <= limits.ledgerLine) return read
  const detail = `its line of the ledger has more than ${limits.ledgerLine} bytes`
  return toRead({
    document: { ...entry.document, status: 'rejected', reason: 'limit_exceeded', detail },
    reports: [],
  })
}

/** Nothing where the line is longer than a text can be. */
function tryRead(entry: LedgerEntry): DocumentRead | undefined {
  try {
    return toRead(entry)
  } catch (error) {
    if (error instanceof RangeError && /string length/i.test(error.message)) return undefined
    throw error
  }
}

const toRead = (entry: LedgerEntry, fault: string | null = null): DocumentRead => ({
  document: entry.document,
  line: toLine(entry),
  fault,
})

/** The places of a stack without its message, which may quote the document. */
const placesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => `\n${line}`)
    .join('')
