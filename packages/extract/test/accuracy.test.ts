import { expect, test } from 'vitest'
import { layouts, sumScores } from './generate/layouts.ts'
import { scoreDocument } from './generate/read.ts'

/** Layouts in which printed cells may still be missed, and why; nothing may be read wrong in them either. */
const limits: ReadonlyMap<string, string> = new Map([
  ['glued-rows', 'joined digits of a row whose own sum is wrong'],
  ['pdf-columns-empty-cells', 'a row that is empty but for one place may hold it between two columns'],
  ['pdf-values-first', 'one number in front of a label may as well be the number of the row'],
  ['glued-report', 'joined digits of a row whose own sum is wrong'],
])

const perLayout = 3

test.each(layouts.map((layout, index) => [layout.id, layout, index] as const))(
  'the cells of "%s" are read as printed or said to be missing',
  async (id, layout, index) => {
    const seeds = Array.from({ length: perLayout }, (_, i) => 1 + index * perLayout + i)
    const score = sumScores(await Promise.all(seeds.map((seed) => scoreDocument(layout, seed))))
    expect({ silent: score.silent, invented: score.invented, samples: score.samples }).toEqual({
      silent: 0,
      invented: 0,
      samples: [],
    })
    if (!limits.has(id)) expect(score.exact).toBeGreaterThanOrEqual(score.printed * 0.995)
  },
)

test('every known limit names a layout', () => {
  const ids = new Set(layouts.map((layout) => layout.id))
  expect([...limits.keys()].filter((id) => !ids.has(id))).toEqual([])
})
