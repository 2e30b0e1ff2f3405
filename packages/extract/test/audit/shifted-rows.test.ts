import type { Report } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { layouts } from '../generate/layouts.ts'
import { toRandom } from '../generate/random.ts'
import type { Sheet } from '../generate/sheet.ts'
import { toStory, withSheets } from '../generate/story.ts'
import { type Truth, toTruth } from '../generate/truth.ts'

const lookups = loadLookups()
const isSum = (checkId: string): boolean => /^T3\.(?!COUNT)|^T4\.TOTAL/.test(checkId)

/** Generated reports without blanks or wrong sums that have requests at all. */
const truths: readonly (readonly [seed: number, truth: Truth])[] = Array.from({ length: 40 }, (_, i) => i + 1)
  .map((seed) => [seed, toTruth(toRandom(seed))] as const)
  .filter(([, truth]) => truth.profile !== 'zero' && [...truth.prints.values()].every((print) => print.value !== null))

/** A row with requests in it; the seed decides which. */
function pickRow({ prints }: Truth, seed: number): string {
  const rows = [...prints]
    .filter(([key, print]) => /^requests\..*\.total$/.test(key) && (print.value ?? 0) > 0)
    .map(([key]) => key.slice(0, -'.total'.length))
  return rows[seed % rows.length] ?? ''
}

/** The sheet with the values of one row a column to the left, and an empty cell behind them. */
const shift = (sheet: Sheet, row: string): Sheet =>
  sheet.map((cells) => {
    const values = cells.filter((cell) => cell.key?.slice(0, cell.key.lastIndexOf('.')) === row)
    const moved = values.map((cell, i) => ({ ...cell, text: values[i + 1]?.text ?? '' }))
    return [...cells.filter((cell) => !values.includes(cell)), ...moved]
  })

async function read(id: string, truth: Truth, seed: number, row?: string): Promise<Report | undefined> {
  const layout = layouts.find((one) => one.id === id)
  if (!layout) throw new RangeError(`No layout is called "${id}"`)
  const story = toStory(truth)
  const printed = row ? withSheets(story, (sheet, name) => (name === 'requests' ? shift(sheet, row) : sheet)) : story
  const bytes = layout.render(printed, toRandom(seed))
  const source = { path: id, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  return (await extractDocument(source, lookups)).reports[0]
}

test.each(['tab-rows', 'pipe-rows', 'table', 'word'])(
  'a row printed a column too far to the left is proposed as such where the layout is "%s"',
  async (id) => {
    let tried = 0
    for (const [seed, truth] of truths) {
      const clean = await read(id, truth, seed)
      if (!clean || clean.findings.some(({ status, checkId }) => status === 'fail' && isSum(checkId))) continue
      const row = pickRow(truth, seed)
      const { proposals = [], cells = [] } = (await read(id, truth, seed, row)) ?? {}
      const before = new Map(clean.cells.map((cell) => [cell.key, cell.value]))
      tried++
      expect(
        new Set(proposals.map(({ kind, cause, sets }) => `${kind} ${cause} ${sets}`)),
        `${row} of ${seed}`,
      ).toEqual(new Set(['shifted_row reading 1']))
      for (const { key, proposedValue } of proposals) expect(proposedValue).toBe(before.get(key))
      expect(cells.find((cell) => cell.key === `${row}.total`)).toMatchObject({ state: 'blank', value: null })
    }
    expect(tried).toBeGreaterThan(5)
  },
)
