import { availableParallelism } from 'node:os'
import type { DocumentEntry } from '@gongkai/schema'
import { Piscina } from 'piscina'
import { limits } from '../../limits.ts'
import type { SourceDocument } from '../../types.ts'

/** More threads than this gain nothing: the disk and the one writer are then the limit. */
const mostThreads = 8

/** Threads for this machine. */
export const countThreads = (): number => Math.min(availableParallelism(), mostThreads)

/** What reading one document may cost. */
export interface Bounds {
  readonly milliseconds: number
  readonly megabytes: number
}

/** What a thread made of a document. */
export interface DocumentRead {
  readonly document: DocumentEntry
  /** The ledger line with its reports. */
  readonly line: string
}

/** Why a document was given up: it went over a bound, and its thread was ended. */
export interface GivenUp {
  readonly reason: 'timed_out' | 'limit_exceeded'
  readonly detail: string
}

/** Threads that read documents. */
export interface ReaderPool {
  /** Reads one document; its bytes go to the thread and are gone here. To be called for as many at once as there are threads. */
  readonly read: (source: SourceDocument) => Promise<DocumentRead | GivenUp>
  readonly close: () => Promise<void>
}

/** Starts threads; one whose document goes over a bound of time or memory is ended and replaced. */
export function openReaderPool(threads: number, { milliseconds, megabytes }: Bounds = limits): ReaderPool {
  const pool = new Piscina<SourceDocument, DocumentRead>({
    filename: new URL('./reader-worker.ts', import.meta.url).href,
    name: 'read',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  })
  const read: ReaderPool['read'] = async (source) => {
    const stop = new AbortController()
    const clock = setTimeout(() => stop.abort(), milliseconds)
    try {
      return await pool.run(source, { signal: stop.signal, transferList: [source.bytes.buffer as ArrayBuffer] })
    } catch (error) {
      if (stop.signal.aborted) return { reason: 'timed_out', detail: `more than ${milliseconds} ms` }
      if (!isOutOfMemory(error)) throw error
      return { reason: 'limit_exceeded', detail: `more than ${megabytes} MB of memory` }
    } finally {
      clearTimeout(clock)
    }
  }
  return { read, close: () => pool.destroy() }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
