import { rmSync } from 'node:fs'
import { type CorpusEntry, listCorpus } from './corpus.ts'
import { makeDigests } from './digests.ts'
import { digestEngine } from './engine.ts'
import { inRepository, loadManifest, type Manifest } from './files.ts'
import { inOrder } from './in-order.ts'
import { type FirstDocument, toDuplicate, toLine } from './ledger.ts'
import { openOutput, recoverOutput } from './output.ts'
import { closePrevious, openPrevious } from './previous.ts'
import { showProgress } from './progress.ts'
import { type CorpusFile, type FileRead, openSource, toUnread } from './read-file.ts'
import { openReaderPool, type ReaderPool } from './reader-pool.ts'
import type { GivenUp } from './threads.ts'

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
  const pool = openReaderPool(Math.min(threads, Math.max(1, entries.length)), {
    engine: digestEngine(inRepository('')),
    previous,
    met: makeDigests(entries.length),
  })
  const output = openOutput(out)
  const progress = showProgress(entries.length, process.stderr, () => performance.now())
  const complete = openCompletion()
  const statuses = new Map<string, number>()
  let cached = 0
  await inOrder(
    toBatches(entries, manifest, threads),
    { tasks: threads * 2, bytes: waitingBytes },
    (batch) => readBatch(batch, pool),
    ({ reads }) => {
      for (const { document, line, kept, isCached } of reads.map(complete)) {
        statuses.set(document.status, (statuses.get(document.status) ?? 0) + 1)
        if (isCached) cached++
        output.write(line, kept)
        progress.add()
      }
    },
  )
  progress.end()
  await pool.close()
  closePrevious(previous)
  output.publish()
  return { files: entries.length, cached, statuses }
}

/** Files that go to a thread in one message: many enough that it seldom waits for the next, few enough that all threads end together. */
const mostInBatch = 8

function* toBatches(entries: readonly CorpusEntry[], manifest: Manifest, threads: number) {
  const size = Math.max(1, Math.min(mostInBatch, Math.floor(entries.length / (threads * mostInBatch))))
  for (let place = 0; place < entries.length; place += size)
    yield entries.slice(place, place + size).map((entry, i) => toFile(entry, place + i, manifest))
}

function toFile({ path, file, oddity }: CorpusEntry, place: number, manifest: Manifest): CorpusFile {
  const { url, retrievedAt } = manifest.get(path) ?? { url: null, retrievedAt: null }
  // A copy: a message would take along the memory that a buffer shares with others.
  return { place, path, file: new Uint8Array(file), oddity, url, retrievedAt }
}

/** What a batch came to, every line made but those of duplicates. */
async function readBatch(batch: readonly CorpusFile[], pool: ReaderPool) {
  const outcomes = await pool.read(batch)
  const reads = outcomes.flatMap((outcome, i) => {
    const file = batch[i]
    if ('document' in outcome) return [outcome]
    return file ? [toGivenUp(file, outcome)] : []
  })
  return { reads, byteLength: reads.reduce((sum, { line }) => sum + (line?.length ?? 0), 0) }
}

/** The row of a file that was given up. How long it takes depends on the machine: the next run tries again. */
function toGivenUp(file: CorpusFile, { reason, detail }: GivenUp): FileRead {
  const opened = openSource(file)
  if (!('source' in opened)) return toUnread(file, opened)
  const { sha256, bytes } = opened.source
  return toUnread(file, { reason, detail, sha256, bytes: bytes.length })
}

type Complete = FileRead & Required<Pick<FileRead, 'line'>>

/** Makes the rows of files whose bytes an earlier one has; to be called in the order of the files. */
function openCompletion(): (read: FileRead) => Complete {
  const firsts = new Map<string, FirstDocument>()
  return ({ document, line, ...found }) => {
    const first = firsts.get(document.documentId ?? '')
    if (first) {
      const duplicate = toDuplicate(document, first)
      return { document: duplicate, line: toLine({ document: duplicate, reports: [] }) }
    }
    if (!line) throw new RangeError(`Cannot write the duplicate "${document.path}": it has no first file`)
    const { documentId, path, mediaType, reader } = document
    if (documentId) firsts.set(documentId, { path, mediaType, reader })
    return { document, line, ...found }
  }
}
