import { availableParallelism } from 'node:os'
import type { CorpusFile, FileRead, ReadingRun } from './read-file.ts'
import { type Bounds, type GivenUp, openThreads } from './threads.ts'

/** More threads than this gain nothing: the disk and the one writer are then the limit. */
const mostThreads = 8

/** Threads for this machine. */
export const countThreads = (): number => Math.min(availableParallelism(), mostThreads)

/** Threads that read the files of a corpus. */
export interface ReaderPool {
  /** What each of some files came to. They share a thread and a message, but each has the bounds to itself. */
  readonly read: (files: readonly CorpusFile[]) => Promise<readonly (FileRead | GivenUp)[]>
  readonly close: () => Promise<void>
}

/** Starts threads that read the files of a corpus, each document within the bounds. */
export function openReaderPool(threads: number, run: ReadingRun, bounds?: Bounds): ReaderPool {
  const pool = openThreads<CorpusFile, readonly FileRead[]>({
    name: 'readFiles',
    threads,
    shared: run,
    ...(bounds && { bounds }),
  })
  const read: ReaderPool['read'] = async (files) => {
    if (files.length === 0) return []
    const answer = await pool.run(files)
    // A thread answers for the first files only when their lines take much memory.
    if ('value' in answer) return [...answer.value, ...(await read(files.slice(answer.value.length)))]
    // Files before the one given up are lost with their thread; those after it were not begun.
    const { at, givenUp } = answer
    return [...(await read(files.slice(0, at))), givenUp, ...(await read(files.slice(at + 1)))]
  }
  return { read, close: pool.close }
}
