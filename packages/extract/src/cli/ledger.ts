import type { DocumentEntry, LedgerEntry, ReasonCode } from '@gongkai/schema'
import type { FileToRead } from './files.ts'

const encoder = new TextEncoder()

/** Where lines are encoded before their bytes are cut out: cheaper than to ask for memory for the most that they may take. */
const scratch = Buffer.allocUnsafeSlow(1024 * 1024)

/** One line of NDJSON in UTF-8, its line end included. Half a surrogate pair, which no reader of JSON accepts, becomes U+FFFD. */
export function toLine(entry: LedgerEntry): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(entry)
  const isWellFormed = !json.includes('\\ud') || !/\\ud[89a-f]/.test(json)
  const text = isWellFormed
    ? json
    : JSON.stringify(entry, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))
  const mostBytes = text.length * 3 + 1
  if (mostBytes > scratch.length) return encoder.encode(`${text}\n`)
  const end = scratch.write(text)
  scratch[end] = 0x0a
  return new Uint8Array(scratch.subarray(0, end + 1))
}

/** The row of a file that no reader saw, or that none could finish. */
export function toRejected(
  file: FileToRead,
  found: { readonly reason: ReasonCode; readonly detail: string; readonly bytes?: number; readonly sha256?: string },
): DocumentEntry {
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
