import { rmSync } from 'node:fs'
import { listCorpus } from './corpus.ts'
import { makeDigests } from './digests.ts'
import { digestEngine } from './engine.ts'
import { inRepository, loadManifest, loadSource } from './files.ts'
import { inOrder } from './in-order.ts'
import { type FirstDocument, toDuplicate, toLine } from './ledger.ts'
import { openOutput, recoverOutput } from './output.ts'
import { closePrevious, openPrevious } from './previous.ts'
import { showProgress } from './progress.ts'
import { type CorpusFile, type FileRead, toUnread } from './read-file.ts'
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
  const files = listFiles(corpus)
  const unfinished = recoverOutput(out)
  const previous = openPrevious([out, ...unfinished])
  // Open files outlive their names, so that the lines can still be read.
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true })
  const pool = openReaderPool(Math.min(threads, Math.max(1, files.length)), {
    engine: digestEngine(inRepository('')),
    previous,
    met: makeDigests(files.length),
  })
  const output = openOutput(out)
  const progress = showProgress(files.length, process.stderr, () => performance.now())
  const complete = openCompletion()
  const statuses = new Map<string, number>()
  let cached = 0
  await inOrder(
    toBatches(files, threads),
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
  return { files: files.length, cached, statuses }
}

function listFiles(corpus: string): readonly CorpusFile[] {
  const manifest = loadManifest(corpus)
  return listCorpus(corpus).map(({ path, file, oddity }, place) => {
    const { url, retrievedAt } = manifest.get(path) ?? { url: null, retrievedAt: null }
    return { place, path, file: new Uint8Array(file), oddity, url, retrievedAt }
  })
}

/** Files that go to a thread in one message: many enough that it seldom waits for the next, few enough that all threads end together. */
const mostInBatch = 8

function* toBatches(files: readonly CorpusFile[], threads: number): Iterable<readonly CorpusFile[]> {
  const size = Math.max(1, Math.min(mostInBatch, Math.floor(files.length / (threads * mostInBatch))))
  for (let i = 0; i < files.length; i += size) yield files.slice(i, i + size)
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
  const { sha256, bytes } = loadSource(file)
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
