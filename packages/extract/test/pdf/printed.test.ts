import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { pdfLayouts, printPdf } from '../generate/pdf.ts'
import { toRandom } from '../generate/random.ts'
import { scoreReport } from '../generate/score.ts'
import { toStory } from '../generate/story.ts'
import { toTruth } from '../generate/truth.ts'

const lookups = loadLookups()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

/** Layouts without lines round the cells: an empty cell at the end of a row may be missed, and is never read wrong. */
const open = new Set(['no-rules', 'three-lines'])

test.each(pdfLayouts.map((layout, i) => [layout.id, layout, i] as const))(
  'the cells of a report printed "%s" are read as printed',
  async (id, layout, i) => {
    const truth = toTruth(toRandom(101 + i))
    const bytes = await printPdf(browser, toStory(truth), layout)
    const source = { path: `${id}.pdf`, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
    const { document, reports } = await extractDocument(source, lookups)
    expect(document.status, document.detail ?? '').toBe('extracted')
    const score = scoreReport(reports[0], truth)
    expect({ silent: score.silent, invented: score.invented, samples: score.samples }).toEqual({
      silent: 0,
      invented: 0,
      samples: [],
    })
    expect(score.exact).toBeGreaterThanOrEqual(open.has(id) ? score.printed * 0.95 : score.printed)
    expect(score.printed).toBeGreaterThan(0)
  },
)
