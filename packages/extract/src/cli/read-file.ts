import type { DocumentEntry } from '@gongkai/schema'
import { limits } from '../limits.ts'
import type { SourceDocument } from '../types.ts'
import { type CorpusEntry, codeOf } from './corpus.ts'
import { putDigest, type SharedDigests, toSha256 } from './digests.ts'
import { toKey } from './engine.ts'
import { type FileToRead, loadSource, sizeOf } from './files.ts'
import { toLine, toRejected } from './ledger.ts'
import { findLine, type Previous } from './previous.ts'

/** An entry of the corpus, as a thread is handed it. */
export interface CorpusFile extends FileToRead, Pick<CorpusEntry, 'oddity'> {
  /** Its place among all files of the corpus. */
  readonly place: number
}

/** What all threads know of a run. */
export interface ReadingRun {
  readonly engine: string
  readonly previous: Previous
  /** Sums of the files met so far, by place. */
  readonly met: SharedDigests
}

/** What a file came to. */
export interface FileRead {
  readonly document: DocumentEntry
  /** Its ledger line; none when an earlier file has the same bytes, which completes the document. */
  readonly line?: Uint8Array
  /** By what a later run finds the line, and its sum; none when it may not be used again. */
  readonly kept?: { readonly key: string; readonly sha256: string }
  /** Whether the line was taken over from earlier output. */
  readonly isCached?: boolean
}

/** Reads one file of the corpus, unless its bytes were met in an earlier one or its line is in earlier output. */
export async function readFile(file: CorpusFile, { engine, previous, met }: ReadingRun): Promise<FileRead> {
  if (file.oddity) return toUnread(file, file.oddity)
  const opened = openSource(file)
  if (!('source' in opened)) return toUnread(file, opened)
  const { source } = opened
  if (putDigest(met, source.sha256, file.place) < file.place) {
    const { sha256, bytes } = source
    return { document: toRejected(file, { reason: 'identical', detail: '', sha256, bytes: bytes.length }) }
  }
  const key = toKey(engine, source)
  return (await takeOver(previous, key)) ?? (await extract(source, key))
}

type NotOpened = Parameters<typeof toRejected>[1]

/** The bytes of a file, or why they cannot be had. */
export function openSource(file: FileToRead): { readonly source: SourceDocument } | NotOpened {
  try {
    const bytes = sizeOf(file.file)
    if (bytes <= limits.fileBytes) return { source: loadSource(file) }
    return { reason: 'too_large', detail: `${bytes} bytes, the limit is ${limits.fileBytes}`, bytes }
  } catch (error) {
    return { reason: 'unreadable', detail: codeOf(error) }
  }
}

/** The row of a file that no reader saw, or that none could finish; a later run tries again. */
export function toUnread(file: CorpusFile, found: NotOpened): FileRead {
  const document = toRejected(file, found)
  return { document, line: toLine({ document, reports: [] }) }
}

async function takeOver(previous: Previous, key: string): Promise<FileRead | undefined> {
  const found = findLine(previous, key)
  if (!found) return undefined
  const { line, sha256 } = found
  const { readDocumentOf } = await import('./taken-over.ts')
  return { document: readDocumentOf(line), line, kept: { key, sha256 }, isCached: true }
}

/** The readers and the lookups take long to load: not before there is something to read. */
async function extract(source: SourceDocument, key: string): Promise<FileRead> {
  const { readSource } = await import('./read-source.ts')
  const entry = readSource(source)
  const line = toLine(entry)
  return { document: entry.document, line, kept: { key, sha256: toSha256(line) } }
}
