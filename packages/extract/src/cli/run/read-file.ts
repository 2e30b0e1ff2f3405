import type { DocumentEntry } from '@gongkai/schema'
import type { SourceDocument } from '../../types.ts'
import type { FileToRead } from '../corpus/files.ts'
import { type NotOpened, openSource } from '../corpus/open-source.ts'
import { toKey, toSlowKey } from './engine-digest.ts'
import { readDocumentOf, toLine, toRejected } from './ledger.ts'
import { type PackedLine, toPlain } from './packing.ts'
import type { Kept, Previous } from './previous-output.ts'
import type { ReaderPool } from './reader-pool.ts'

/** A file that was opened, or why it was not; or one whose bytes an earlier one has. */
export type OpenedFile =
  | { readonly file: FileToRead; readonly source: SourceDocument }
  | { readonly file: FileToRead; readonly not: NotOpened }

/** What a file is read with. */
export interface Reading {
  readonly pool: ReaderPool
  readonly previous: Previous
  /** Digest of the programs: see `digestEngine`. */
  readonly engine: string
  /** Digest of programs and lookups: see `digestReaders`. */
  readonly readers: string
  readonly retry: boolean
}

/** A file that took too long beside others, and the document that it was. */
export interface LateFile {
  readonly file: FileToRead
  readonly sha256: string
  readonly bytes: number
}

/** What a file came to. */
export interface FileRead {
  readonly document: DocumentEntry
  /** Its ledger line; none where an earlier file has the same bytes, which completes the document. */
  readonly line?: PackedLine
  /** Of its reports: see `toProvinces`. */
  readonly provinces: readonly string[]
  /** By what a later run finds the line; none where it may not be used again. */
  readonly kept?: Kept
  /** Whether the line was taken over from earlier output. */
  readonly isCached?: boolean
  /** It took too long beside others: it is to be read again, alone. */
  readonly late?: LateFile
  /** By what a later run knows that it takes too long. */
  readonly slowKey?: string
  /** Whether it is known to take too long, and was not tried. */
  readonly isSkipped?: boolean
}

/** Reads a file that was opened, unless its line is in earlier output or it is known to take too long. */
export async function readFile(opened: OpenedFile, reading: Reading): Promise<FileRead> {
  if (!('source' in opened)) return toUnread(opened.file, opened.not)
  const { file, source } = opened
  const { engine, readers, previous, retry } = reading
  const key = toKey(engine, source)
  const found = previous.find(key)
  if (found) {
    const { line, provinces, pairs } = found
    return { document: readDocumentOf(line), line, provinces, kept: { key, pairs }, isCached: true }
  }
  const slowKey = toSlowKey(readers, source.sha256)
  if (!retry && previous.isSlow(slowKey)) {
    const not = { reason: 'timed_out', detail: 'in an earlier run', sha256: source.sha256, bytes: source.bytes.length }
    return { ...toUnread(file, { ...not, reason: 'timed_out' }), slowKey, isSkipped: true }
  }
  const read = await readSource(file, source, reading)
  const bytes = source.bytes.length
  return read.document.reason === 'timed_out' ? { ...read, late: { file, sha256: source.sha256, bytes } } : read
}

/** Reads a file once more, alone. Only one that took its time from the processor, too, is known as slow to later runs. */
export async function readLate({ file, sha256, bytes }: LateFile, reading: Reading): Promise<FileRead> {
  const opened = openSource(file)
  if (!('source' in opened)) return toUnread(file, { ...opened, sha256, bytes })
  if (opened.source.sha256 === sha256) return readSource(file, opened.source, reading)
  return toUnread(file, { reason: 'unreadable', detail: 'it was changed while it was read', sha256, bytes })
}

async function readSource(
  file: FileToRead,
  source: SourceDocument,
  { pool, engine, readers }: Reading,
): Promise<FileRead> {
  const { sha256, bytes } = source
  const answer = await pool.read(source)
  if (!('line' in answer)) {
    const unread = toUnread(file, { ...answer, sha256, bytes: bytes.length })
    return answer.isSpent ? { ...unread, slowKey: toSlowKey(readers, sha256) } : unread
  }
  if (answer.fault !== null) console.error(answer.fault)
  const { document, provinces } = answer
  const kept = { key: toKey(engine, source), pairs: Buffer.from(answer.pairs) }
  return { document, line: toPlain(answer.line), provinces, kept }
}

/** The row of a file that no reader saw, or that none could finish. */
function toUnread(file: FileToRead, not: NotOpened): FileRead {
  const document = toRejected(file, not)
  if (not.reason === 'identical') return { document, provinces: [] }
  return { document, line: toPlain(toLine({ document, reports: [] })), provinces: [] }
}
