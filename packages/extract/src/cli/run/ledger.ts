import { type DocumentEntry, documentSchema, type LedgerEntry } from '@gongkai/schema'
import type { FileToRead } from '../corpus/files.ts'
import type { NotOpened } from '../corpus/open-source.ts'
import type { PackedLine } from './packing.ts'

/** One line of NDJSON, its line end included. Half a surrogate pair, which no reader of JSON accepts, becomes U+FFFD. */
export function toLine(entry: LedgerEntry): string {
  const json = JSON.stringify(entry)
  if (!/\\ud[89a-f]/.test(json)) return `${json}\n`
  return `${JSON.stringify(entry, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))}\n`
}

/** What stands between the document of a line and its reports. Quotes within a value are escaped: it stands there once. */
const reportsKey = ',"reports":['

/** The document of a ledger line, without its reports being parsed or, where they lie behind its start, unpacked. */
export function readDocumentOf({ packing, bytes }: PackedLine): DocumentEntry {
  const start = packing.unpackStart(bytes)
  const line = start.includes(reportsKey) ? start : packing.unpack(bytes)
  return documentSchema.parse(JSON.parse(line.toString('utf8', '{"document":'.length, line.indexOf(reportsKey))))
}

/** The row of a file that no reader saw, or that none could finish. */
export function toRejected(file: FileToRead, found: NotOpened): DocumentEntry {
  return {
    path: file.path,
    documentId: found.sha256 ?? null,
    mediaType: null,
    bytes: found.bytes ?? 0,
    sourceUrl: file.url,
    retrievedAt: file.retrievedAt,
    status: 'rejected',
    reason: found.reason,
    detail: found.detail,
    duplicateOf: null,
    reader: null,
  }
}

/** What later files with the same bytes take over from the first one. */
export type FirstDocument = Pick<DocumentEntry, 'path' | 'mediaType' | 'reader'>

/** The row of a file whose bytes an earlier one has. */
export function toDuplicate(document: DocumentEntry, { path, mediaType, reader }: FirstDocument): DocumentEntry {
  return { ...document, mediaType, reader, status: 'duplicate', reason: 'identical', detail: null, duplicateOf: path }
}
