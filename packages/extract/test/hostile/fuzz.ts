import { ledgerEntrySchema } from '@gongkai/schema'
import { extractDocument } from '../../src/index.ts'
import type { Lookups } from '../../src/lookups/to-lookups.ts'
import { docLayouts, generateDoc } from '../generate/doc.ts'
import { generateDocument, layouts } from '../generate/layouts.ts'
import { writePdf, writtenLayouts } from '../generate/pdf-writer.ts'
import { toRandom } from '../generate/random.ts'
import { toStory } from '../generate/story.ts'
import { toTruth } from '../generate/truth.ts'
import { mutate } from './mutate.ts'

/** A spoilt document and what is wrong with how it was read; undefined when nothing is. */
export interface FuzzResult {
  readonly bytes: Uint8Array
  readonly layout: string
  readonly milliseconds: number
  readonly fault: string | undefined
}

/** Spoils one generated document and reads it. The same case and seed give the same bytes. */
export async function fuzzOnce(seed: number, lookups: Lookups, now: () => number): Promise<FuzzResult> {
  const random = toRandom(seed)
  const layout = layouts[random.int(layouts.length)]
  const other = layouts[random.int(layouts.length)]
  if (!layout || !other) throw new RangeError('There are no layouts')
  // Few originals, many ways to spoil them: most of the time goes into reading.
  const good = generateDocument(layout, random.int(200)).bytes
  const bytes = mutate(good, layout.format, random, generateDocument(other, random.int(200)).bytes)
  const startedAt = now()
  const fault = await findFault(bytes, lookups)
  return { bytes, layout: layout.id, milliseconds: now() - startedAt, fault }
}

/** Formats whose documents are spoilt by their bytes. */
export type BinaryFormat = 'pdf' | 'doc'

const layoutsOf = {
  pdf: writtenLayouts.map((layout) => ({
    id: layout.id,
    write: (seed: number) => writePdf(toStory(toTruth(toRandom(seed))), layout),
  })),
  doc: docLayouts.map((layout) => ({ id: layout.id, write: (seed: number) => generateDoc(layout, seed).bytes })),
} as const

/** Spoils one PDF or legacy Word document and reads it. The same format, case and seed give the same bytes. */
export async function fuzzBinary(
  format: BinaryFormat,
  seed: number,
  lookups: Lookups,
  now: () => number,
): Promise<FuzzResult> {
  const random = toRandom(seed)
  const own = layoutsOf[format]
  const layout = own[random.int(own.length)]
  const other = own[random.int(own.length)]
  if (!layout || !other) throw new RangeError('There are no layouts')
  const bytes = mutate(layout.write(random.int(20)), format, random, other.write(random.int(20)))
  const startedAt = now()
  const fault = await findFault(bytes, lookups)
  return { bytes, layout: `${format}/${layout.id}`, milliseconds: now() - startedAt, fault }
}

async function findFault(bytes: Uint8Array, lookups: Lookups): Promise<string | undefined> {
  try {
    const source = { path: 'x', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }
    const entry = await extractDocument(source, lookups)
    const { success, error } = ledgerEntrySchema.safeParse(entry)
    if (!success) return `not a ledger entry: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`
    if (entry.document.status !== 'extracted' && entry.document.reason === null) return 'rejected without a reason'
    const odd = entry.reports
      .flatMap((report) => report.cells)
      .find((cell) => cell.value !== null && !Number.isFinite(cell.value))
    if (odd) return `a number that is none: ${odd.key}`
    if (/\p{Cs}|\0/u.test(entry.reports.flatMap((report) => report.lines.map((line) => line.text)).join('\n')))
      return 'a character that no file may hold'
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
