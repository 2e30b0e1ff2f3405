import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { limits } from '../limits.ts'
import type { SourceDocument } from '../types.ts'

/** More threads than this gain nothing: the disk and the one writer are then the limit. */
const mostThreads = 8

/** Threads for this machine. */
export const countThreads = (): number => Math.min(availableParallelism(), mostThreads)

/** What reading one document in a thread came to. */
export type ReadOutcome =
  | { readonly line: Uint8Array }
  | { readonly reason: 'timed_out' | 'limit_exceeded'; readonly detail: string }

/** What reading one document may cost. */
export interface Bounds {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Threads that read documents and can be ended. */
export interface ReaderPool {
  readonly read: (source: SourceDocument) => Promise<ReadOutcome>
  readonly close: () => Promise<void>
}

/** A pool of reading threads, started for the first document; a thread that goes over a limit of time or memory is ended and replaced. */
export function openReaderPool(threads: number, bounds: Bounds = limits): ReaderPool {
  const free = toSlots(threads)
  let pool: Piscina<SourceDocument, Uint8Array> | undefined
  return {
    read: (source) =>
      free(() => {
        pool ??= startThreads(threads, bounds)
        return readWithin(pool, source, bounds)
      }),
    close: async () => pool?.destroy(),
  }
}

function startThreads(threads: number, { megabytes }: Bounds): Piscina<SourceDocument, Uint8Array> {
  return new Piscina({
    filename: new URL('./reader-worker.ts', import.meta.url).href,
    name: 'readOne',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  })
}

/** Lets so many tasks run at once, in the order of the calls: the clock of a document starts when its thread is free. */
function toSlots(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let free = count
  return async (task) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await task()
    } finally {
      const next = queue.shift()
      if (next) next()
      else free++
    }
  }
}

async function readWithin(
  pool: Piscina<SourceDocument, Uint8Array>,
  source: SourceDocument,
  { milliseconds, megabytes }: Bounds,
): Promise<ReadOutcome> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), milliseconds)
  try {
    return { line: await pool.run(source, { signal: stop.signal }) }
  } catch (error) {
    if (stop.signal.aborted) return { reason: 'timed_out', detail: `more than ${milliseconds} ms` }
    if (isOutOfMemory(error)) return { reason: 'limit_exceeded', detail: `more than ${megabytes} MB of memory` }
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
