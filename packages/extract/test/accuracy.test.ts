import { expect, test } from 'vitest'
import { layouts, sumScores } from './generate/layouts.ts'
import { scoreDocument } from './generate/read.ts'

/** Layouts in which cells are still missed, and why; nothing may be read wrong without a word in them either. */
const limits: ReadonlyMap<string, string> = new Map([
  ['lines-blank-cells-lost', 'an empty cell leaves no trace, so a row holds fewer values than columns'],
  ['lines-deduplicated', 'every repeated line is gone, numbers included'],
  ['glued-rows', 'joined digits of 表二 have no sum to cut them by'],
  ['glued-report', 'prose, labels and digits stand on one line with nothing between'],
  ['one-line-pipes', 'rows have no end'],
  ['space-rows', 'fifteen values of 表四 apart by spaces only are not read as one row'],
  [
    'docx-tabbed-paragraphs',
    'cells between tabs in a paragraph are read as a run, in which an empty cell leaves no trace',
  ],
  ['pipe-rows', 'a pipe behind an empty last cell looks like the end of the row'],
  ['pipe-rows-spaced', 'a pipe behind an empty last cell looks like the end of the row'],
  ['pipe-rows-broken-heads', 'a pipe behind an empty last cell looks like the end of the row'],
  ['pipe-rows-trailing', 'empty places behind the values hide which cells are empty'],
  ['tab-rows-trailing', 'empty places behind the values hide which cells are empty'],
  ['lines-broken-heads', 'a head broken in two reads as the row 其他'],
  ['rules-label-blank-lines', 'a line that lost its label joins the values before it'],
])

const perLayout = 3

test.each(layouts.map((layout, index) => [layout.id, layout, index] as const))(
  'the cells of "%s" are read as printed or said to be missing',
  (id, layout, index) => {
    const seeds = Array.from({ length: perLayout }, (_, i) => 1 + index * perLayout + i)
    const score = sumScores(seeds.map((seed) => scoreDocument(layout, seed)))
    expect({ silent: score.silent, invented: score.invented, samples: score.samples }).toEqual({
      silent: 0,
      invented: 0,
      samples: [],
    })
    if (!limits.has(id)) expect(score.exact / score.printed).toBeGreaterThanOrEqual(0.99)
  },
)

test('every known limit names a layout', () => {
  const ids = new Set(layouts.map((layout) => layout.id))
  expect([...limits.keys()].filter((id) => !ids.has(id))).toEqual([])
})
