/** What runs in a reading thread. It reads files one after another and says which one it is at, so that it can be ended for that one alone. */
import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import type { LedgerEntry } from '@gongkai/schema'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { type FileToRead, inRepository } from './files.ts'
import { toRejected } from './ledger.ts'
import { type CorpusFile, type FileRead, openSource, type ReadingRun, readFile } from './read-file.ts'
import type { Batch } from './threads.ts'

// Half of what a thread takes to start is to take the types out of the readers: what came of it is kept, by the sum of
// each program. A folder that cannot be written costs that time and nothing else.
enableCompileCache(inRepository('node_modules/.cache/gongkai'))

const run: ReadingRun = workerData

/** Bytes of ledger lines that a thread holds before it hands them over. */
const batchBytes = 4 * 1024 * 1024

/** What the files came to, as many of the first as fit; the memory of their lines is handed over, not copied. */
export async function readFiles({ files, at }: Batch<CorpusFile>): Promise<unknown> {
  const reads: FileRead[] = []
  let bytes = 0
  for (const [i, file] of files.entries()) {
    if (bytes >= batchBytes) break
    Atomics.store(at, 0, i)
    const read = await readFile(file, run)
    reads.push(read)
    bytes += read.line?.length ?? 0
  }
  const memory = reads.flatMap(({ line }) => (line ? [line.buffer] : []))
  return move({ [valueSymbol]: reads, [transferableSymbol]: memory })
}

/** The whole ledger entry of the one file of a batch. */
export async function readEntry({ files: [file] }: Batch<FileToRead>): Promise<LedgerEntry> {
  if (!file) throw new RangeError('Cannot read an entry: the batch has no file')
  const opened = openSource(file)
  if (!('source' in opened)) return { document: toRejected(file, opened), reports: [] }
  const { readSource } = await import('./read-source.ts')
  return readSource(opened.source)
}
