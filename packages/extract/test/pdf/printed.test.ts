import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { printedLayouts, scorePrinted } from '../generate/printed.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

/** Layouts without lines round the cells: an empty cell at the end of a row may be missed, and is never read wrong. */
const open = new Set(['no-rules', 'three-lines', 'round-corners']) // the last: a page may end inside the gap of two rows
const printed = printedLayouts.filter(({ format }) => format === 'pdf')

test('the kinds of PDF and of legacy documents are many', () => {
  expect(printed.length).toBeGreaterThanOrEqual(20)
  expect(printedLayouts.length - printed.length).toBeGreaterThanOrEqual(8)
})

test.each(printed.map((layout, i) => [layout.id, layout, i] as const))(
  'the cells of a report printed "%s" are read as printed',
  async (id, layout, i) => {
    const score = await scorePrinted(await layout.make(101 + i, browser), `${id}.pdf`)
    expect({ silent: score.silent, invented: score.invented, samples: score.samples }).toEqual({
      silent: 0,
      invented: 0,
      samples: [],
    })
    expect(score.exact).toBeGreaterThanOrEqual(open.has(id) ? score.printed * 0.95 : score.printed)
    expect(score.printed).toBeGreaterThan(0)
  },
)
