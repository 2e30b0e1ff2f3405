import { type DocumentEntry, type LedgerEntry, toProvinces } from '@gongkai/schema'
import { extractDocument, type Seen, toEntry } from '../../extract-document.ts'
import { limits } from '../../limits.ts'
import { toShownText } from '../../show/printable.ts'
import type { SourceDocument } from '../../types.ts'
import { toLine } from './ledger.ts'
import { loadLookups } from './load-lookups.ts'
import { toNames, toPairs } from './word-pairs.ts'

/** What a process made of a document. */
export interface DocumentRead {
  readonly document: DocumentEntry
  /** The ledger line with its reports. */
  readonly line: string
  /** Of its reports: see `toProvinces`. */
  readonly provinces: readonly string[]
  /** By which a later run knows the words that it may hold: see `toPairs`. */
  readonly pairs: Uint8Array
  /** What is to be said of a fault of ours. */
  readonly fault: string | null
}

/** A line, before it is known what the document holds. */
type LineRead = Omit<DocumentRead, 'pairs'>

const lookups = loadLookups()

/**
 * The ledger line of one document. A fault of ours is told beside it and becomes a row `failed`: the other documents of
 * the corpus do not pay for it. A line that nobody could read is a row `limit_exceeded`.
 */
export async function readSource(source: SourceDocument): Promise<DocumentRead> {
  let seen: Seen | undefined
  try {
    const entry = await extractDocument(source, lookups, (found) => {
      seen = found
    })
    return { ...toBounded(entry), pairs: toPairs(seen, toNames(source, entry)) }
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error))
    const fault = `Failed on "${toShownText(source.path)}": ${toShownText(thrown.message)}${placesOf(thrown)}`
    const failed = { ...toEntry(source), reason: 'failed', detail: thrown.name } as const
    return { ...toRead({ document: failed, reports: [] }, fault), pairs: toPairs(undefined, []) }
  }
}

function toBounded(entry: LedgerEntry): LineRead {
  const read = tryRead(entry)
  if (read && Buffer.byteLength(read.line) <= limits.ledgerLine) return read
  const detail = `its line of the ledger has more than ${limits.ledgerLine} bytes`
  return toRead({
    document: { ...entry.document, status: 'rejected', reason: 'limit_exceeded', detail },
    reports: [],
  })
}

/** Nothing where the line is longer than a text can be. */
function tryRead(entry: LedgerEntry): LineRead | undefined {
  try {
    return toRead(entry)
  } catch (error) {
    if (error instanceof RangeError && /string length/i.test(error.message)) return undefined
    throw error
  }
}

const toRead = (entry: LedgerEntry, fault: string | null = null): LineRead => ({
  document: entry.document,
  line: toLine(entry),
  provinces: toProvinces(entry.reports),
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
