import { setFlagsFromString } from 'node:v8'
import { Piscina } from 'piscina'
import { limits } from '../limits.ts'

/** What reading one document may cost. */
export interface Bounds {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Files for one thread. */
export interface Batch<File> {
  readonly files: readonly File[]
  /** Which of the files is being read; the thread says so. */
  readonly at: Int32Array<SharedArrayBuffer>
}

/** Why a document was given up: it went over a bound, and its thread was ended. */
export interface GivenUp {
  readonly reason: 'timed_out' | 'limit_exceeded'
  readonly detail: string
}

/** What a thread answered, or which of its files went over a bound: nothing is known of the others then. */
export type Answer<Value> = { readonly value: Value } | { readonly at: number; readonly givenUp: GivenUp }

/** Threads that run one function of the worker and can be ended. */
export interface Threads<File, Value> {
  readonly run: (files: readonly File[]) => Promise<Answer<Value>>
  readonly close: () => Promise<void>
}

/** What there is to start. */
export interface ThreadOptions {
  /** A function of the worker. */
  readonly name: 'readFiles' | 'readEntry'
  readonly threads: number
  /** What all threads know. */
  readonly shared?: unknown
  readonly bounds?: Bounds
}

/**
 * Every core reads, so what the engine compiles beside the readers is taken from them; and each thread compiles for itself,
 * so only what is called very often is worth the best code. No object of a document outlives it: what the engine puts
 * among the old ones, after a long document, keeps the young ones it points to until they are old.
 */
const engineFlags = [
  '--no-concurrent-recompilation',
  '--invocation-count-for-turbofan=10000',
  '--no-allocation-site-pretenuring',
]

/** Starts threads; one that goes over a bound of time or memory is ended and replaced. */
export function openThreads<File, Value>(options: ThreadOptions): Threads<File, Value> {
  const { name, threads, shared, bounds = limits } = options
  for (const flag of engineFlags) setFlagsFromString(flag)
  const pool = new Piscina<Batch<File>, Value>({
    filename: new URL('./reader-worker.ts', import.meta.url).href,
    name,
    workerData: shared,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes, maxYoungGenerationSizeMb: 32 },
  })
  const free = toSlots(threads)
  return { run: (files) => free(() => runWithin(pool, files, bounds)), close: () => pool.destroy() }
}

/** Lets so many tasks run at once, in the order of the calls: the clock of a batch starts when its thread is free. */
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

async function runWithin<File, Value>(
  pool: Piscina<Batch<File>, Value>,
  files: readonly File[],
  { milliseconds, megabytes }: Bounds,
): Promise<Answer<Value>> {
  const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const stop = new AbortController()
  let overdue: number | undefined
  const clock = startClock(at, milliseconds, (file) => {
    overdue = file
    stop.abort()
  })
  const giveUp = (file: number, reason: GivenUp['reason'], detail: string) => ({
    at: file,
    givenUp: { reason, detail },
  })
  try {
    return { value: await pool.run({ files, at }, { signal: stop.signal }) }
  } catch (error) {
    if (overdue !== undefined) return giveUp(overdue, 'timed_out', `more than ${milliseconds} ms`)
    if (!isOutOfMemory(error)) throw error
    return giveUp(Atomics.load(at, 0), 'limit_exceeded', `more than ${megabytes} MB of memory`)
  } finally {
    clearInterval(clock)
  }
}

/** How often it is looked which document a thread is at, in milliseconds. */
const lookEvery = 250

/** Calls `end` with the file that a thread has been at for too long; the thread may have been at it a little longer than is known. */
function startClock(at: Int32Array, milliseconds: number, end: (file: number) => void): NodeJS.Timeout {
  let file = 0
  let since = performance.now()
  const look = (): void => {
    const now = performance.now()
    const seen = Atomics.load(at, 0)
    if (seen === file && now - since >= milliseconds) end(file)
    if (seen === file) return
    file = seen
    since = now
  }
  return setInterval(look, Math.min(milliseconds, lookEvery))
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
