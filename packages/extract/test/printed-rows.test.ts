import type { Issue } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/index.ts'
import { bodyHtml, pageHtml, rowsHtml } from './generate/html.ts'
import { toRandom } from './generate/random.ts'
import type { Sheet, SheetRow } from './generate/sheet.ts'
import { toStory } from './generate/story.ts'
import { printing, toTruth, withoutBlanks } from './generate/truth.ts'

const lookups = loadLookups()
const seed = [...Array(200).keys()].find((n) => toTruth(toRandom(n)).requests === '2021') ?? 0
const truth = printing(withoutBlanks(toTruth(toRandom(seed))), () => '3')

/** The issues of rows in a page whose row of the key is printed in another way. */
async function issuesOf(key: string, toRow: (html: string) => string): Promise<readonly string[]> {
  const isOwn = (cells: SheetRow) => cells.some((cell) => cell.key?.startsWith(key))
  const print = (cells: SheetRow) => (isOwn(cells) ? toRow(rowsHtml([cells])) : rowsHtml([cells]))
  const toTable = (sheet: Sheet) => `<table>${sheet.map(print).join('')}</table>`
  const story = toStory(truth)
  const bytes = new TextEncoder().encode(pageHtml(story, bodyHtml(story, toTable)))
  const source = { path: 'page.html', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }
  const [report] = (await extractDocument(source, lookups)).reports
  return (report?.issues ?? [])
    .filter(isOfRow)
    .map((one) => `${one.code} ${one.key}${one.messageEn.replace(/^[^:]*/, '')}`)
}

const isOfRow = ({ code }: Issue): boolean => /^(?:row|block|label|line)_/.test(code)
const values = (count: number) => '<td>3</td>'.repeat(count)
const row = (label: string, count: number) => () => `<tr><td>${label}</td>${values(count)}</tr>`
const secret = 'requests.refused.safety_stability'
const licensing = 'disclosure.licensing'

// A row is not printed only where nothing of it is there; whatever else is wrong shows it.
test.each<readonly [string, string, (html: string) => string, readonly string[]]>([
  ['left out', secret, () => '', [`row_unprinted ${secret}`]],
  [
    'a label alone',
    secret,
    row('3.危及“三安全一稳定”', 0),
    [`row_ragged ${secret}: a label without a value, 7 expected: "3.危及“三安全一稳定”"`],
  ],
  [
    'short of values',
    secret,
    row('3.危及“三安全一稳定”', 5),
    [`row_ragged ${secret}: 5 values, 7 expected: "3 | 3 | 3 | 3 | 3"`],
  ],
  [
    'under a label of no form',
    secret,
    row('3.别的情形', 7),
    [`label_inferred ${secret}: "3.别的情形 | 3 | 3 | 3 | 3 | 3 | 3 | 3"`],
  ],
  [
    'printed twice',
    secret,
    (html) => html + html,
    [`row_repeated ${secret}: "3 | 3 | 3 | 3 | 3 | 3 | 3" and "3 | 3 | 3 | 3 | 3 | 3 | 3"`],
  ],
  [
    'under another label, in its place',
    licensing,
    row('行政许可和登记', 1),
    [`row_unmapped ${licensing}: "行政许可和登记 | 3"; by its place it may be this row`],
  ],
  [
    'a label alone',
    licensing,
    row('行政许可', 0),
    [`row_ragged ${licensing}: a label without a value, 1 expected: "行政许可"`],
  ],
])('a row that is %s: %s', async (_, key, toRow, expected) => {
  expect(await issuesOf(key, toRow)).toEqual(expected)
})

test('a table as the form has it has no issue of a row', async () => {
  expect(await issuesOf(secret, (html) => html)).toEqual([])
})
