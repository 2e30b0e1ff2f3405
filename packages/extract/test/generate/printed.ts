import type { Browser } from 'playwright-core'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { docLayouts, generateDoc } from './doc.ts'
import { pdfLayouts, printPdf } from './pdf.ts'
import { writePdf, writtenLayouts } from './pdf-writer.ts'
import { toRandom } from './random.ts'
import { type Score, scoreReport } from './score.ts'
import { toStory } from './story.ts'
import { type Truth, toTruth } from './truth.ts'

/** One way in which a report becomes a PDF or a legacy Word document. */
export interface PrintedLayout {
  readonly id: string
  readonly format: 'pdf' | 'doc'
  readonly make: (seed: number, browser: Browser) => Promise<Printed>
}

/** A document, and what it prints. */
export interface Printed {
  readonly truth: Truth
  readonly bytes: Uint8Array
}

const lookups = loadLookups()

export const printedLayouts: readonly PrintedLayout[] = [
  ...pdfLayouts.map(
    (layout): PrintedLayout => ({
      id: layout.id,
      format: 'pdf',
      make: async (seed, browser) => {
        const truth = toTruth(toRandom(seed))
        return { truth, bytes: await printPdf(browser, toStory(truth), layout) }
      },
    }),
  ),
  ...writtenLayouts.map(
    (layout): PrintedLayout => ({
      id: layout.id,
      format: 'pdf',
      make: async (seed) => {
        const truth = toTruth(toRandom(seed))
        return { truth, bytes: writePdf(toStory(truth), layout) }
      },
    }),
  ),
  ...docLayouts.map(
    (layout): PrintedLayout => ({ id: layout.id, format: 'doc', make: async (seed) => generateDoc(layout, seed) }),
  ),
]

/** Reads a document back and scores what was read. */
export async function scorePrinted({ truth, bytes }: Printed, path: string): Promise<Score> {
  const source = { path, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  return scoreReport((await extractDocument(source, lookups)).reports[0], truth)
}
