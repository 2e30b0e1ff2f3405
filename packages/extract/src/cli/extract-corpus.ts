import { rmSync } from 'node:fs'
import type { DocumentEntry } from '@gongkai/schema'
import { toEntry } from '../extract-document.ts'
import { limits } from '../limits.ts'
import type { SourceDocument } from '../types.ts'
import { type CorpusEntry, codeOf, listCorpus } from './corpus.ts'
import { loadManifest, loadSource, type Manifest, sizeOf } from './disk.ts'
import { digestEngine, toKey } from './engine.ts'
import { inOrder } from './in-order.ts'
import { readDocumentOf, toDuplicate, toLine, toRejected } from './ledger.ts'
import { openOutput, recoverOutput } from './output.ts'
import { openPrevious, type Previous } from './previous.ts'
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

/** The ledger line of a file, or what it takes to write it once an earlier file with the same bytes is written. */
interface Made {
  readonly byteLength: number
  readonly line?: Uint8Array
  readonly duplicate?: DocumentEntry
  /** Set when the line may be used again by a later run. */
  readonly key?: string
  readonly isCached?: boolean
}

/** What is known of a run while its files are read. */
interface Run {
  readonly manifest: Manifest
  readonly engine: string
  readonly previous: Previous
  readonly pool: ReaderPool
  /** Hashes met so far. */
  readonly seen: Set<string>
}

/** Bytes of ledger lines that wait in memory for an earlier one. */
const waitingBytes = 32 * 1024 * 1024

/** Extracts every file of a corpus. Same files, same bytes out, whatever the number of threads and the order in which they end. */
export async function extractCorpus({ corpus, out, threads }: ExtractOptions): Promise<Extraction> {
  const manifest = loadManifest(corpus)
  const entries = listCorpus(corpus)
  const unfinished = recoverOutput(out)
  const previous = openPrevious([out, ...unfinished])
  // Open files outlive their names, so that the lines can still be read.
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true })
  const run: Run = { manifest, engine: digestEngine(), previous, pool: openReaderPool(threads), seen: new Set() }
  const output = openOutput(out)
  const progress = showProgress(entries.length, process.stderr, () => performance.now())
  const firsts = new Map<string, DocumentEntry>()
  const statuses = new Map<string, number>()
  let cached = 0
  await inOrder(
    entries,
    { tasks: threads * 2, bytes: waitingBytes },
    (entry) => readEntry(entry, run),
    (made) => {
      const line = made.line ?? toDuplicateLine(made.duplicate, firsts)
      const document = readDocumentOf(line)
      if (document.documentId && !firsts.has(document.documentId)) firsts.set(document.documentId, document)
      statuses.set(document.status, (statuses.get(document.status) ?? 0) + 1)
      if (made.isCached) cached++
      output.write(line, made.key)
      progress.add()
    },
  )
  progress.end()
  await run.pool.close()
  previous.close()
  output.publish()
  return { files: entries.length, cached, statuses }
}

function toDuplicateLine(document: DocumentEntry | undefined, firsts: ReadonlyMap<string, DocumentEntry>): Uint8Array {
  const first = firsts.get(document?.documentId ?? '')
  if (!document || !first) throw new RangeError(`Cannot write the duplicate "${document?.path}": it has no first file`)
  return toLine(toDuplicate(document, first))
}

const toMade = (line: Uint8Array, key?: string): Made => ({ byteLength: line.length, line, ...(key ? { key } : {}) })

async function readEntry(entry: CorpusEntry, run: Run): Promise<Made> {
  const rejected = (found: Parameters<typeof toRejected>[2]) => toMade(toLine(toRejected(entry, run.manifest, found)))
  if (entry.oddity) return rejected(entry.oddity)
  let source: SourceDocument
  try {
    const size = sizeOf(entry.file)
    if (size > limits.fileBytes)
      return rejected({ reason: 'too_large', detail: `${size} bytes, the limit is ${limits.fileBytes}`, bytes: size })
    source = loadSource(entry, run.manifest)
  } catch (error) {
    return rejected({ reason: 'unreadable', detail: codeOf(error) })
  }
  if (run.seen.has(source.sha256)) return { byteLength: 0, duplicate: toEntry(source) }
  run.seen.add(source.sha256)
  return readSource(source, entry, run)
}

async function readSource(source: SourceDocument, entry: CorpusEntry, run: Run): Promise<Made> {
  const key = toKey(run.engine, source)
  const line = run.previous.find(key)
  if (line) return { ...toMade(line, key), isCached: true }
  const outcome = await run.pool.read(source)
  if ('line' in outcome) return toMade(outcome.line, key)
  // How long a document takes depends on the machine: this one is tried again by the next run.
  const found = { ...outcome, bytes: source.bytes.length, sha256: source.sha256 }
  return toMade(toLine(toRejected(entry, run.manifest, found)))
}
