import { type Report, toBalanceEdits } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { findDoubts } from '../../src/audit/doubts.ts'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import type { IssueNote } from '../../src/types.ts'
import { bodyHtml, pageHtml, rowsHtml } from '../generate/html.ts'
import { toRandom } from '../generate/random.ts'
import type { Sheet, SheetCell, SheetRow } from '../generate/sheet.ts'
import { toStory } from '../generate/story.ts'
import { formsOf, reprinting, type Truth, toPrint, toTruth } from '../generate/truth.ts'
import { toTables } from './tables.ts'

const { cells } = toTables('2021', () => 0)
const doubtedRows = (note: Omit<IssueNote, 'severity'>): readonly string[] => {
  const { isDoubted } = findDoubts(cells, [{ severity: 'warning', ...note }])
  return [...new Set(cells.filter(({ key }) => isDoubted(key)).map(({ rowId }) => rowId))]
}

// Row n of 表三 stands on line n.
test.each([
  [{ code: 'part_left_out', key: 'requests.granted.total' }, ['granted']],
  [{ code: 'digits_joined', key: 'requests.granted' }, ['granted']],
  [{ code: 'line_unread', line: 3.5 }, ['granted', 'granted_in_part']],
  [{ code: 'row_unmapped', key: 'requests', line: 3.5 }, ['granted', 'granted_in_part']],
  [{ code: 'line_unread', line: 0.5 }, ['new_received']],
  [{ code: 'line_unread', line: 3 }, ['granted']],
  [{ code: 'unit_missing', key: 'requests.granted.total' }, []],
  [{ code: 'row_unprinted', key: 'requests.granted' }, []],
  [{ code: 'spam_present', line: 3 }, []],
] as const)('the issue %j leaves the rows %j in doubt', (note, rows) => {
  expect(doubtedRows(note)).toEqual(rows)
})

test('an issue of a table leaves all its cells in doubt, and no others', () => {
  const { isDoubted } = findDoubts(cells, [{ code: 'columns_reordered', severity: 'info', key: 'requests' }])
  expect(new Set(cells.filter(({ key }) => isDoubted(key)).map(({ formId }) => formId))).toEqual(new Set(['requests']))
})

const lookups = loadLookups()
const key = 'requests.granted.total'

function isBalanced(truth: Truth): boolean {
  const sum = (keys: readonly string[]) => keys.reduce((total, at) => total + (truth.prints.get(at)?.value ?? 0), 0)
  return formsOf(truth).every((form) => toBalanceEdits(form).every(({ left, right }) => sum(left) === sum(right)))
}

/** Generated reports of the form of 2021 that print every number and balance; the total of 予以公开 is 7 too high. */
const truths: readonly Truth[] = Array.from({ length: 90 }, (_, i) => toTruth(toRandom(700 + i)))
  .filter(({ requests, profile }) => requests === '2021' && profile === 'rich')
  .filter(({ prints }) => [...prints.values()].every(({ value, raw }) => raw === String(value)))
  .filter(isBalanced)
  .map((truth) => reprinting(truth, (print, at) => (at === key ? toPrint((print.value ?? 0) + 7) : print)))
  .slice(0, 5)

/** A row of 表三 as a page prints it. */
type ToRow = (cells: SheetRow, html: string) => string

const isGranted = (cells: SheetRow) => cells.some((cell) => cell.key === key)
const strange = `<tr><td colspan="3">（九）转送有关部门处理</td>${'<td>4</td>'.repeat(7)}</tr>`
/** The row of 予以公开 with something in its cells. */
const inCells =
  (content: (cell: SheetCell) => string): ToRow =>
  (cells, html) =>
    isGranted(cells) ? rowsHtml([cells.map((cell) => ({ ...cell, text: content(cell) }))]) : html
const behind =
  (more: (html: string) => string): ToRow =>
  (cells, html) =>
    isGranted(cells) ? html + more(html) : html

async function read(truth: Truth, toRow: ToRow): Promise<Report> {
  const toTable = (sheet: Sheet) => `<table>${sheet.map((cells) => toRow(cells, rowsHtml([cells]))).join('')}</table>`
  const story = toStory(truth)
  const bytes = new TextEncoder().encode(pageHtml(story, bodyHtml(story, toTable)))
  const source = { path: 'page.html', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }
  const [report] = (await extractDocument(source, lookups)).reports
  if (!report) throw new RangeError('the page holds a report')
  return report
}

const isSum = (checkId: string): boolean => /^T3\.(?!COUNT)|^T4\.TOTAL/.test(checkId)
const plain: ToRow = (_, html) => html

test.each<readonly [string, ToRow, string]>([
  ['is printed plainly', plain, 'agency'],
  [
    'stands beside a number struck out',
    inCells((cell) => (cell.key === key ? `<s>9</s>${cell.text}` : cell.text)),
    'unknown',
  ],
  ['has the mark of a note', inCells((cell) => (cell.key === key ? `${cell.text}<sup>1</sup>` : cell.text)), 'unknown'],
  [
    'has a part beside hidden digits',
    inCells((cell) => (cell.key?.endsWith('.natural_person') ? `${cell.text}<i hidden>3</i>` : cell.text)),
    'unknown',
  ],
  ['has a note in words', inCells((cell) => (cell.key === key ? `${cell.text}（其中上年1件）` : cell.text)), 'unknown'],
  ['stands in a row that lost its label', inCells((cell) => (cell.key ? cell.text : '')), 'unknown'],
  ['stands above a row of no form', behind(() => strange), 'unknown'],
  ['stands in a row printed twice alike', behind((html) => html), 'unknown'],
])("a wrong total is the agency's fault only where nothing is in doubt: it %s", async (_, toRow, cause) => {
  for (const truth of truths) {
    const { findings, proposals } = await read(truth, toRow)
    const sums = findings.filter(({ checkId }) => isSum(checkId))
    expect(sums.every(({ status }) => status !== 'not_assessable')).toBe(true)
    const failing = sums.filter(({ status }) => status === 'fail')
    expect(failing.map(({ checkId }) => checkId)).toEqual(['T3.RESULTS.total', 'T3.APPLICANTS.granted'])
    expect(failing.some(({ messageZh }) => messageZh.includes('存疑'))).toBe(cause !== 'agency')
    expect(proposals.map((one) => `${one.key} ${one.cause}`)).toEqual([`${key} ${cause}`])
  }
  expect(truths.length).toBe(5)
})

test('sums over a row that is printed twice with different numbers are not assessed', async () => {
  const other = behind((html) =>
    html.replace(/<td>(\d+)<\/td>(?=<\/tr>)/, (_, total: string) => `<td>${Number(total) - 7}</td>`),
  )
  for (const truth of truths) {
    const { findings, proposals, issues } = await read(truth, other)
    const open = findings.filter(({ checkId, status }) => isSum(checkId) && status !== 'pass')
    expect(new Set(open.map(({ status, reason }) => `${status} ${reason}`))).toEqual(
      new Set(['not_assessable value_uncertain']),
    )
    expect(open.map(({ checkId }) => checkId)).toContain('T3.APPLICANTS.granted')
    expect(proposals).toEqual([])
    expect(issues.map(({ code }) => code)).toContain('row_contradicted')
  }
})

test('a second table with other numbers leaves the sums of the first assessed', async () => {
  const [truth] = truths
  if (!truth) throw new RangeError('a report was generated')
  const twice = reprinting(truth, (print) => toPrint((print.value ?? 0) + 1))
  const second = rowsHtml(toStory(twice).sheets.requests)
  const last: ToRow = (cells, html) =>
    cells.some((cell) => cell.key === 'requests.carried_forward.total') ? `${html}</table><table>${second}` : html
  const { findings, proposals } = await read(truth, last)
  expect(findings.filter(({ checkId, status }) => isSum(checkId) && status === 'not_assessable')).toEqual([])
  expect(proposals.map((one) => `${one.key} ${one.cause}`)).toEqual([`${key} unknown`])
})
