import { toSha256 } from '../../src/cli/corpus/files.ts'
import { openReaderPool } from '../../src/cli/run/reader-pool.ts'
import { toRandom } from '../generate/random.ts'

/** Ends of a reading that the ledger knows. */
const known = new Set(['timed_out', 'limit_exceeded', 'unrelated'])

/**
 * Reads a few pages with bounds so small that time and memory end at any moment: while a reader starts, reads, answers or
 * waits. The same seed gives the same pages and bounds; where it strikes is left to the machine.
 *
 * @returns what came out otherwise than the ledger knows it, promises that nobody waited for included
 */
export async function raceOnce(seed: number): Promise<readonly string[]> {
  const random = toRandom(seed)
  const faults: string[] = []
  const hear = (error: unknown): void => void faults.push(`unheard: ${String(error)}`)
  process.on('unhandledRejection', hear)
  process.on('uncaughtException', hear)
  const readers = 1 + random.int(3)
  const pool = openReaderPool({ milliseconds: 1 + random.int(400), megabytes: 40 + random.int(60) })
  const read = async (number: number): Promise<void> => {
    const bytes = new TextEncoder().encode(`<html><body>${number}${'<p>甲'.repeat(2 ** random.int(17))}</body></html>`)
    const sha256 = toSha256(bytes)
    try {
      const answer = await pool.read({ path: `${number}.html`, bytes, sha256, url: null, retrievedAt: null })
      const reason = 'line' in answer ? answer.document.reason : answer.reason
      if (!known.has(reason ?? '')) faults.push(`${number}.html: ${JSON.stringify(answer)}`)
    } catch (error) {
      faults.push(`${number}.html: ${String(error)}`)
    }
  }
  await Promise.all(Array.from({ length: readers }, (_, i) => read(i)))
  await read(readers)
  await pool.close()
  process.off('unhandledRejection', hear)
  process.off('uncaughtException', hear)
  return faults
}
