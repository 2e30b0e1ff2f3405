import { rmSync } from 'node:fs'
import { recoverFolder } from '@gongkai/disk'
import { pMapIterable } from 'p-map'
import { toLookups } from '../../lookups/to-lookups.ts'
import { toShownText } from '../../show/printable.ts'
import { inRepository, loadManifest, type Manifest } from '../corpus/files.ts'
import { type CorpusEntry, listCorpus } from '../corpus/list-corpus.ts'
import { openSource } from '../corpus/open-source.ts'
import { digestPaths, type Shard, toShard } from '../corpus/shard.ts'
import { digestEngine, digestReaders } from './engine-digest.ts'
import { loadLookupTexts } from './load-lookups.ts'
import { openOutput } from './output.ts'
import { openPrevious } from './previous-output.ts'
import { showProgress } from './progress.ts'
import { type FileRead, type OpenedFile, type Reading, readFile, readLate } from './read-file.ts'
import { openReaderPool, type ReaderPool } from './reader-pool.ts'
import { openWriter } from './writer.ts'

/** Where an extraction reads and writes; paths absolute. */
export interface ExtractOptions {
  readonly corpus: string
  /** Output folder, replaced as a whole; its old files serve as the cache. */
  readonly out: string
  /** Processes that read. */
  readonly readers: number
  /** Whether documents that took too long in an earlier run are tried again. */
  readonly retry: boolean
  /** The part of the corpus that is read; all of it where none is named. */
  readonly shard?: Shard | undefined
}

/** What became of the files. */
export interface Extraction {
  readonly files: number
  /** Documents whose line was taken over from earlier output. */
  readonly cached: number
  /** Files by status of the ledger. */
  readonly statuses: ReadonlyMap<string, number>
  /** Paths of the files that took too long in an earlier run and were not tried again. */
  readonly tooSlow: readonly string[]
}

/** Documents that may be read ahead of the one that is written next, for each process. */
const aheadOfReader = 4

/**
 * Extracts every file of a corpus. Same files, same bytes out, whatever the number of processes and the order in which
 * they end. A document over the clock is tried once more, alone, when all others are done.
 *
 * @throws {RangeError} at a row of the manifest or of a lookup that is refused, before anything is read
 * @throws {Error} naming the file over which the run could not go on
 */
export async function extractCorpus(
  { corpus, out, readers: most, retry, shard }: ExtractOptions,
  openPool: () => ReaderPool = openReaderPool,
): Promise<Extraction> {
  const manifest = loadManifest(corpus)
  const texts = loadLookupTexts()
  toLookups(texts) // a row that is refused ends the run before anything is read
  const whole = listCorpus(corpus)
  const entries = shard ? toShard(whole, shard) : whole
  const unfinished = recoverFolder(out)
  const previous = openPrevious([out, ...unfinished], texts)
  // Open files outlive their names, so that the lines can still be read.
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true })
  const count = Math.max(1, Math.min(most, entries.length))
  const engine = digestEngine(inRepository(''))
  const readers = digestReaders(engine, texts)
  const output = openOutput(out, texts, previous.packing)
  if (shard) {
    const files = entries.length
    output.addNote({ shard: shard.number, of: shard.of, files, corpus: digestPaths(whole), readers })
  }
  const pool = openPool()
  const reading: Reading = { pool, previous, engine, readers, retry }
  const progress = showProgress(entries.length, process.stderr, () => performance.now())
  const writer = openWriter(output)
  try {
    const files = pMapIterable(openFiles(entries, manifest), (opened) => naming(opened, reading), {
      concurrency: count,
      backpressure: count * aheadOfReader,
    })
    for await (const file of files) {
      writer.add(file)
      progress.add()
    }
    for (const { late, fill } of writer.late()) fill(await readLate(late, reading))
    progress.end()
    output.publish()
    return { files: entries.length, ...writer.totals() }
  } finally {
    await pool.close()
    previous.close()
  }
}

/** Reads a file; whatever ends the run names it. */
async function naming(opened: OpenedFile, reading: Reading): Promise<FileRead> {
  try {
    return await readFile(opened, reading)
  } catch (error) {
    const path = toShownText(opened.file.path)
    const message = error instanceof Error ? error.message : String(error)
    if (message.includes(path)) throw error
    throw new Error(`Cannot go on at "${path}": ${message}`, { cause: error })
  }
}

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
