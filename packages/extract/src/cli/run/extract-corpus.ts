import { rmSync } from 'node:fs'
import { recoverFolder } from '@gongkai/disk'
import type { DocumentEntry } from '@gongkai/schema'
import { pMapIterable } from 'p-map'
import type { SourceDocument } from '../../types.ts'
import { type FileToRead, inRepository, loadManifest, type Manifest, toSha256 } from '../corpus/files.ts'
import { type CorpusEntry, listCorpus } from '../corpus/list-corpus.ts'
import { type NotOpened, openSource } from '../corpus/open-source.ts'
import { digestEngine, toKey } from './engine-digest.ts'
import { type FirstDocument, readDocumentOf, toDuplicate, toLine, toRejected } from './ledger.ts'
import { loadLookups } from './load-lookups.ts'
import { openOutput } from './output.ts'
import { openPrevious, type Previous } from './previous-output.ts'
import { showProgress } from './progress.ts'
import { openReaderPool, type ReaderPool } from './reader-pool.ts'

/** Where an extraction reads and writes; paths absolute. */
export interface ExtractOptions {
  readonly corpus: string
  /** Output folder, replaced as a whole; its old files serve as the cache. */
  readonly out: string
  readonly threads: number
}

/** What became of the files. */
export interface Extraction {
  readonly files: number
  /** Documents whose line was taken over from earlier output. */
  readonly cached: number
  /** Files by status of the ledger. */
  readonly statuses: ReadonlyMap<string, number>
}

/** What a file came to. */
interface FileRead {
  readonly document: DocumentEntry
  /** Its ledger line; none where an earlier file has the same bytes, which completes the document. */
  readonly line?: Buffer
  /** By what a later run finds the line, and its sum; none where it may not be used again. */
  readonly kept?: { readonly key: string; readonly sha256: string }
  /** Whether the line was taken over from earlier output. */
  readonly isCached?: boolean
}

/** Documents that may be read ahead of the one that is written next, for each thread. */
const aheadOfThread = 4

/**
 * Extracts every file of a corpus. Same files, same bytes out, whatever the number of threads and the order in which they end.
 *
 * @throws {RangeError} at a row of the manifest or of a lookup that is refused, before anything is read
 */
export async function extractCorpus({ corpus, out, threads }: ExtractOptions): Promise<Extraction> {
  const manifest = loadManifest(corpus)
  loadLookups() // a row that is refused ends the run before anything is read
  const entries = listCorpus(corpus)
  const unfinished = recoverFolder(out)
  const previous = openPrevious([out, ...unfinished])
  // Open files outlive their names, so that the lines can still be read.
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true })
  const count = Math.max(1, Math.min(threads, entries.length))
  const pool = openReaderPool(count)
  const read = toReading(pool, previous)
  const output = openOutput(out)
  const progress = showProgress(entries.length, process.stderr, () => performance.now())
  const complete = openCompletion()
  const statuses = new Map<string, number>()
  let cached = 0
  const files = pMapIterable(openFiles(entries, manifest), read, {
    concurrency: count,
    backpressure: count * aheadOfThread,
  })
  for await (const file of files) {
    const { document, line, kept, isCached } = complete(file)
    statuses.set(document.status, (statuses.get(document.status) ?? 0) + 1)
    if (isCached) cached++
    output.write(line, kept)
    progress.add()
  }
  progress.end()
  await pool.close()
  previous.close()
  output.publish()
  return { files: entries.length, cached, statuses }
}

/** A file that was opened, or why it was not; or one whose bytes an earlier one has. */
type OpenedFile =
  | { readonly file: FileToRead; readonly source: SourceDocument }
  | { readonly file: FileToRead; readonly not: NotOpened }

/** Opens the files in order, each when there is room for it. */
function* openFiles(entries: readonly CorpusEntry[], manifest: Manifest): Generator<OpenedFile> {
  const met = new Set<string>()
  for (const { path, file: place, oddity } of entries) {
    const file = { path, file: place, ...(manifest.get(path) ?? { url: null, retrievedAt: null }) }
    const opened = oddity ?? openSource(file)
    if (!('source' in opened)) {
      yield { file, not: opened }
      continue
    }
    const { source } = opened
    const { sha256, bytes } = source
    if (met.has(sha256)) yield { file, not: { reason: 'identical', detail: '', sha256, bytes: bytes.length } }
    else yield { file, source }
    met.add(sha256)
  }
}

/** Reads a file that was opened, unless its line is in earlier output. */
function toReading(pool: ReaderPool, previous: Previous): (opened: OpenedFile) => Promise<FileRead> {
  const engine = digestEngine(inRepository(''))
  return async (opened) => {
    if (!('source' in opened)) return toUnread(opened.file, opened.not)
    const { file, source } = opened
    const key = toKey(engine, source)
    const found = previous.find(key)
    if (found) return { ...found, document: readDocumentOf(found.line), kept: { key, ...found }, isCached: true }
    const { sha256, bytes } = source
    const size = bytes.length
    const answer = await pool.read(source)
    // How long it takes depends on the machine: the next run tries again.
    if (!('document' in answer)) return toUnread(file, { ...answer, sha256, bytes: size })
    const line = Buffer.from(answer.line)
    return { document: answer.document, line, kept: { key, sha256: toSha256(line) } }
  }
}

/** The row of a file that no reader saw, or that none could finish. */
function toUnread(file: FileToRead, not: NotOpened): FileRead {
  const document = toRejected(file, not)
  if (not.reason === 'identical') return { document }
  return { document, line: Buffer.from(toLine({ document, reports: [] })) }
}

/** Makes the rows of files whose bytes an earlier one has; to be called in the order of the files. */
function openCompletion(): (read: FileRead) => FileRead & Required<Pick<FileRead, 'line'>> {
  const firsts = new Map<string, FirstDocument>()
  return ({ document, line, ...found }) => {
    const { documentId, path, mediaType, reader } = document
    if (line) {
      if (documentId) firsts.set(documentId, { path, mediaType, reader })
      return { document, line, ...found }
    }
    const first = firsts.get(documentId ?? '')
    if (!first) throw new RangeError(`Cannot write the duplicate "${path}": it has no first file`)
    const duplicate = toDuplicate(document, first)
    return { document: duplicate, line: Buffer.from(toLine({ document: duplicate, reports: [] })) }
  }
}
