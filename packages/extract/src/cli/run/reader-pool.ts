import { availableParallelism } from 'node:os'
import { limits } from '../../limits.ts'
import { toShownText } from '../../show/printable.ts'
import type { SourceDocument } from '../../types.ts'
import type { DocumentRead } from './read-source.ts'
import { type Ended, type ReaderProcess, startReader } from './reader-process.ts'

/** More processes than this gain nothing: the disk and the one writer are then the limit. */
const mostReaders = 8

/** Processes for this machine. */
export const countReaders = (): number => Math.min(availableParallelism(), mostReaders)

/** What reading one document may cost. */
export interface Bounds {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Why a document was given up: its process went over a bound and was ended, or ended over it. */
export interface GivenUp {
  readonly reason: 'timed_out' | 'limit_exceeded' | 'failed'
  readonly detail: string
  /** Whether it took the time from the processor, too, and not only from the clock of a busy machine. */
  readonly isSpent: boolean
}

/** Processes that read documents. */
export interface ReaderPool {
  /**
   * Reads one document. As many processes are started as documents are read at once: none where all is known already.
   *
   * @throws {Error} naming the document, if no process starts at all
   */
  readonly read: (source: SourceDocument) => Promise<DocumentRead | GivenUp>
  /** Ends the processes; a document that is being read is given up. */
  readonly close: () => Promise<void>
}

/** Starts in a row that may fail before nothing is expected of the next. */
const mostStarts = 3
const ownProgram = new URL('./reader-worker.ts', import.meta.url)
/** Share of its time that a document must have had from the processor to be too slow wherever it is read. */
const spent = 0.8

/** Processes that wait for a document, and all that live. */
interface Readers {
  /** A process that is ready; else how the last one that was started ended. */
  readonly take: () => Promise<ReaderProcess | Ended>
  /** Gives one back that has read its document. */
  readonly giveBack: (reader: ReaderProcess) => void
  readonly isClosed: () => boolean
  readonly close: () => Promise<void>
}

function openReaders(megabytes: number, program: URL): Readers {
  const free = new Set<ReaderProcess>()
  const alive = new Set<ReaderProcess>()
  let isClosed = false
  const start = (): ReaderProcess => {
    const reader = startReader(program, megabytes)
    alive.add(reader)
    void reader.ended.then(() => {
      alive.delete(reader)
      free.delete(reader)
    })
    return reader
  }
  const take: Readers['take'] = async () => {
    for (let starts = 1; ; starts++) {
      const [waiting] = free
      if (waiting) free.delete(waiting)
      const reader = waiting ?? start()
      if (isClosed) reader.kill()
      if (await reader.ready) return reader
      if (starts >= mostStarts || isClosed) return reader.ended
    }
  }
  const giveBack: Readers['giveBack'] = (reader) => {
    if (!isClosed) free.add(reader)
  }
  const killAll = (): void => {
    for (const reader of alive) reader.kill()
  }
  const close: Readers['close'] = async () => {
    isClosed = true
    for (const reader of alive) {
      if (free.has(reader)) reader.end()
      else reader.kill()
    }
    await Promise.all([...alive].map(({ ended }) => ended))
    process.off('exit', killAll)
  }
  process.once('exit', killAll)
  return { take, giveBack, isClosed: () => isClosed, close }
}

/**
 * Opens a pool of processes. Each dies alone, of whatever it dies: the next document has a new one. A thread would take
 * the whole run with it when memory ends in native code.
 *
 * @param program what runs in a process; it says `ready`, and answers each document
 */
export function openReaderPool({ milliseconds, megabytes }: Bounds = limits, program = ownProgram): ReaderPool {
  const readers = openReaders(megabytes, program)
  let hasStarted = false
  const read: ReaderPool['read'] = async (source) => {
    const reader = await readers.take()
    if (!('read' in reader)) {
      if (hasStarted || readers.isClosed() || isOutOfMemory(reader)) return toGivenUp(reader, megabytes)
      throw new Error(`Cannot read "${toShownText(source.path)}": no reader starts. ${toShownText(reader.said)}`)
    }
    hasStarted = true
    const before = reader.processorTime()
    const outcome = await reader.read(source, milliseconds)
    if (outcome === 'late') {
      const used = (reader.processorTime() ?? 0) - (before ?? Number.POSITIVE_INFINITY)
      reader.kill()
      await reader.ended
      return { reason: 'timed_out', detail: `more than ${milliseconds} ms`, isSpent: used >= milliseconds * spent }
    }
    if ('said' in outcome) return toGivenUp(outcome, megabytes)
    readers.giveBack(reader)
    return outcome
  }
  return { read, close: readers.close }
}

const isOutOfMemory = ({ said }: Ended): boolean =>
  /out of memory|allocation failed|ERR_WORKER_OUT_OF_MEMORY/i.test(said)

function toGivenUp(ended: Ended, megabytes: number): GivenUp {
  if (isOutOfMemory(ended)) {
    return { reason: 'limit_exceeded', detail: `more than ${megabytes} MB of memory`, isSpent: false }
  }
  const how = ended.signal ? `signal ${ended.signal}` : `exit code ${ended.code}`
  return { reason: 'failed', detail: `its reader ended with ${how}`, isSpent: false }
}
