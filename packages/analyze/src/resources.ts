import { statfsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'

/** What of the machine an analysis may use. It says how fast it goes, never what comes out. */
export interface Resources {
  readonly threads: number
  /** Memory of the database, as DuckDB writes sizes: `2GiB`. What it needs beyond that goes to disk. */
  readonly memory: string
  /** Disk that what does not fit into memory may take. */
  readonly spillLimit: string
}

const mib = 1024 * 1024

/** Memory that a thread needs to sort and group without waiting for the disk. */
const mibPerThread = 1024

/**
 * The share of this machine that an analysis takes where nothing else is said: every thread that can have 1 GiB of memory,
 * no more than half of what there is for all of them, and half of the free disk.
 *
 * @param folder on the disk that is spilled to
 */
export function toResources(folder: string, given: Partial<Resources> = {}): Resources {
  const { bavail, bsize } = statfsSync(folder)
  // a container has less than the machine; without a bound it is a huge number, or 0 where the system cannot say
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem())
  const half = Math.floor(memory / 2 / mib)
  const threads = given.threads ?? Math.min(availableParallelism(), Math.max(1, Math.floor(half / mibPerThread)))
  return {
    threads,
    memory: given.memory ?? `${Math.min(threads * mibPerThread, half)}MiB`,
    spillLimit: given.spillLimit ?? `${Math.max(1, Math.floor((bavail * bsize) / 2 / mib))}MiB`,
  }
}
