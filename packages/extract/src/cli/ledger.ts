import { type DocumentEntry, documentSchema, type LedgerEntry, type ReasonCode } from '@gongkai/schema'
import type { CorpusEntry } from './corpus.ts'
import type { Manifest } from './disk.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** One line of NDJSON in UTF-8, its line end included. Half a surrogate pair, which no reader of JSON accepts, becomes U+FFFD. */
export function toLine(entry: LedgerEntry): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(entry)
  const isWellFormed = !/\\ud[89a-f]/i.test(json)
  const text = isWellFormed
    ? json
    : JSON.stringify(entry, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))
  return encoder.encode(`${text}\n`)
}

/** The document of a ledger line, without its reports being parsed. */
export function readDocumentOf(line: Uint8Array): DocumentEntry {
  // Quotes within a value are escaped, so that this can only be the key.
  const end = Buffer.from(line.buffer, line.byteOffset, line.byteLength).indexOf(',"reports":[')
  return documentSchema.parse(JSON.parse(decoder.decode(line.subarray('{"document":'.length, end))))
}

/** The row of a file that no reader saw, or that none could finish. */
export function toRejected(
  entry: CorpusEntry,
  manifest: Manifest,
  found: { readonly reason: ReasonCode; readonly detail: string; readonly bytes?: number; readonly sha256?: string },
): LedgerEntry {
  const row = manifest.get(entry.path)
  const document: DocumentEntry = {
    path: entry.path,
    documentId: found.sha256 ?? null,
    mediaType: null,
    bytes: found.bytes ?? 0,
    sourceUrl: row?.url ?? null,
    retrievedAt: row?.retrievedAt ?? null,
    status: 'rejected',
    reason: found.reason,
    detail: found.detail,
    duplicateOf: null,
    reader: null,
  }
  return { document, reports: [] }
}

/** The row of a file whose bytes an earlier one has. */
export function toDuplicate(document: DocumentEntry, first: DocumentEntry): LedgerEntry {
  const { mediaType, reader, path } = first
  return {
    document: {
      ...document,
      mediaType,
      reader,
      status: 'duplicate',
      reason: 'identical',
      detail: null,
      duplicateOf: path,
    },
    reports: [],
  }
}
