import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { drawPlanted, failingOf, type faults } from './planted.ts'

/** What became of one kind of planted faults, and of the same reports without them. */
export interface PlantedScore {
  readonly planted: number
  readonly found: number
  /** Checks that fail without a fault, in reports with one and without. */
  readonly falselyFailed: readonly string[]
}

const lookups = loadLookups()

async function checksOf(bytes: Uint8Array, path: string): Promise<readonly string[]> {
  const source = { path, bytes, sha256: 'b'.repeat(64), url: null, retrievedAt: null }
  const [report] = (await extractDocument(source, lookups)).reports
  if (!report) throw new RangeError(`Cannot judge "${path}": no report was read`)
  return failingOf(report)
}

/** Plants a kind of fault in reports of several seeds and reads them, with it and without. */
export async function scorePlanted(fault: (typeof faults)[number], seed: number, count: number): Promise<PlantedScore> {
  let found = 0
  const falselyFailed: string[] = []
  for (let i = 0; i < count; i++) {
    const made = drawPlanted(fault, seed + i)
    const name = `${fault.id} ${seed + i} ${made.layout.id}`
    const failing = await checksOf(made.planted, name)
    if (failing.some((id) => id.startsWith(fault.check))) found++
    const others = failing.filter((id) => !id.startsWith(fault.check))
    const without = await checksOf(made.clean, name)
    falselyFailed.push(...[...others, ...without].map((id) => `${name}: ${id}`))
  }
  return { planted: count, found, falselyFailed }
}
