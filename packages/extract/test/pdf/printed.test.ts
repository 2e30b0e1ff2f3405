import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { printedLayouts, scorePrinted } from '../generate/printed.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

/**
 * Layouts in which no lines part the cells, or a page may end in the gap between two rows: an empty cell may be missed, with
 * many of them whole rows, and none is read wrong. A report without empty cells is read whole.
 */
const open = new Set(
  'no-rules three-lines lines-across lines-down frame-alone white-lines striped round-corners'.split(' '),
)
const withoutEmptyCells = 126
const printed = printedLayouts.filter(({ format }) => format === 'pdf')

test('the kinds of PDF and of legacy documents are many', () => {
  expect(printed.length).toBeGreaterThanOrEqual(20)
  expect(printedLayouts.length - printed.length).toBeGreaterThanOrEqual(8)
})

test.each(printed.map((layout, i) => [layout.id, layout, i] as const))(
  'the cells of a report printed "%s" are read as printed',
  async (id, layout, i) => {
    const score = await scorePrinted(
      await layout.make(open.has(id) ? withoutEmptyCells : 101 + i, browser),
      `${id}.pdf`,
    )
    expect({ silent: score.silent, invented: score.invented, samples: score.samples }).toEqual({
      silent: 0,
      invented: 0,
      samples: [],
    })
    expect(score.exact).toBeGreaterThanOrEqual(open.has(id) ? score.printed * 0.9 : score.printed)
    expect(score.printed).toBeGreaterThan(0)
  },
)

test.each(printed.filter(({ id }) => open.has(id)).map((layout) => [layout.id, layout] as const))(
  'of a report printed "%s" with hardly a number in it nothing is read wrong',
  async (id, layout) => {
    const { silent, invented, samples } = await scorePrinted(await layout.make(125, browser), `${id}.pdf`)
    expect({ silent, invented, samples }).toEqual({ silent: 0, invented: 0, samples: [] })
  },
)
