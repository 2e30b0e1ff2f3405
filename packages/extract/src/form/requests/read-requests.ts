import { type Edition, forms } from '@gongkai/schema'
import type { IssueNote } from '../../types.ts'
import { isDigits } from '../joined-digits.ts'
import { requestsRows } from '../labels.ts'
import { type CellReading, cellId, type FormReading, toCellReading, toRagged } from '../reading.ts'
import type { Printed, PrintedRow } from '../rows/printed-row.ts'
import { parseValue } from '../value.ts'
import { alignToHeads, applicantOf } from './applicant-heads.ts'
import { readJoined, type Sink } from './cut-joined-rows.ts'
import { findRows, type RowReading } from './match-rows.ts'
import { learnPlaces, sum, toSeven } from './seven-columns.ts'

const columns = forms.requests['2021'].blocks.flatMap((block) => block.columns.map((column) => column.id))
const width = columns.length
const totalFirst = ['total', ...columns.filter((id) => id !== 'total')]

/** Reads 表三 from printed rows; rows of both editions are known, and the rows found decide the edition. */
export function readRequests(printed: readonly PrintedRow[]): FormReading {
  const issues: IssueNote[] = []
  const { rows, isReordered } = alignToHeads(printed)
  if (isReordered) issues.push({ code: 'columns_reordered', severity: 'info', key: 'requests' })
  const found = findRows(rows, issues)
  if (isDeduplicated(rows, found.length)) return lost
  const cells = new Map<string, CellReading>()
  const usedEdits = new Set<string>()
  const layout = findLayout(found, !isReordered && isTotalFirst(rows), issues)
  const places = learnPlaces(found.map(({ row }) => row))
  const isSingle = found.filter((reading) => reading.row.values.length === 1).length * 2 >= found.length
  const sink: Sink = { cells, issues, usedEdits, isSingle, places, joined: [] }
  for (const reading of found) readRow(reading, layout, sink)
  const edition = findEdition(found)
  readJoined(edition ?? '2021', sink)
  return { formId: 'requests', edition, cells, issues, usedEdits, labels: findLabels(rows), lines: linesOf(found) }
}

/** A table whose lines were each kept once: its labels stand there, its values are gone for good. */
const lost: FormReading = {
  formId: 'requests',
  edition: null,
  cells: new Map(),
  issues: [{ code: 'tables_deduplicated', severity: 'error', key: 'requests' }],
  usedEdits: new Set(),
  labels: new Map(),
  lines: new Set(),
}

function isDeduplicated(rows: readonly PrintedRow[], foundCount: number): boolean {
  const printed = new Set<string>()
  for (const { labels } of rows) for (const { names } of labels) if (names.requests) printed.add(names.requests.id)
  return printed.size >= 12 && foundCount * 3 < printed.size
}

/** Whether one row of the head prints 总计 before 自然人; over several rows the order says nothing. */
function isTotalFirst(rows: readonly PrintedRow[]): boolean {
  return rows.some(({ reader, labels }) => {
    const columnOf = (applicant: string) => labels.find(({ text }) => applicantOf(text) === applicant)?.column
    const total = reader === 'grid' ? columnOf('total') : undefined
    const person = total === undefined ? undefined : columnOf('natural_person')
    return total !== undefined && person !== undefined && total < person
  })
}

/** Order of the columns: as in the form, unless the sums say that the total stands in front. */
function findLayout(found: readonly RowReading[], isHeadFirst: boolean, issues: IssueNote[]): readonly string[] {
  const full = found
    .filter((reading) => reading.row.values.length === width)
    .map((reading) => reading.row.values.map((value) => parseValue(value.text).value))
    .filter((values) => values.some((value) => value !== null && value !== 0))
  const last = full.filter((values) => values[width - 1] === sum(values.slice(0, -1))).length
  const first = full.filter((values) => values[0] === sum(values.slice(1))).length
  const isProved = first >= 2 && first * 2 >= full.length && last * 2 <= first
  if (!isProved && !(isHeadFirst && first >= last)) return columns
  issues.push({ code: 'columns_reordered', severity: 'info', key: 'requests' })
  return totalFirst
}

const toIds = (layout: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(requestsRows.map((row) => [row.id, layout.map((id) => cellId({ row, column: { id } }))]))

/** Cells of each row, in the two orders of the columns. */
const cellIds: ReadonlyMap<readonly string[], ReadonlyMap<string, readonly string[]>> = new Map(
  [columns, totalFirst].map((layout) => [layout, toIds(layout)] as const),
)

const idsIn = (layout: readonly string[], row: string): readonly string[] => cellIds.get(layout)?.get(row) ?? []

const isJoined = (value: Printed): boolean =>
  isDigits(value.text) && value.text.length >= width && (value.isGlued === true || value.text.startsWith('0'))

function readRow(reading: RowReading, layout: readonly string[], sink: Sink): void {
  const { id, row } = reading
  const values = toSeven(reading.row.values, sink.places(row))
  if (values?.length === width) {
    const ids = idsIn(layout, id)
    values.forEach((value, i) => {
      sink.cells.set(ids[i] ?? '', toCellReading(value, row))
    })
    return
  }
  const [only, ...others] = reading.row.values
  if (only && others.length === 0 && isJoined(only)) {
    sink.joined.push({ reading, only })
    return
  }
  if (only && others.length === 0 && sink.isSingle) {
    readTotal(reading, only, sink)
    return
  }
  sink.issues.push({
    code: 'row_ragged',
    severity: 'error',
    key: `requests.${id}`,
    line: row.line,
    detail: toRagged(reading.row.values, width),
  })
}

/** The total alone. */
function readTotal({ id, row }: RowReading, only: Printed, sink: Sink): void {
  sink.cells.set(`${id}|total`, toCellReading(only, row))
  sink.issues.push({ code: 'single_value', severity: 'warning', key: `requests.${id}`, line: row.line })
}

/** Rows whose labels head a column, too: their numeral tells them from it. */
const alsoHeads: ReadonlySet<string> = new Set(['other.misc', 'results_total'])

/** The labels of rows that are printed, whether values stand behind them or not. */
function findLabels(rows: readonly PrintedRow[]): FormReading['labels'] {
  const found = rows.flatMap(({ labels }) =>
    labels.flatMap((label) => {
      const id = label.names.requests?.id
      const isHead = id === undefined || (alsoHeads.has(id) && !/^\s*[\d(（]/.test(label.text))
      return isHead ? [] : [[id, label] as const]
    }),
  )
  return new Map(found)
}

/** The edition whose own row is printed; null where the table is cut before it. */
function findEdition(found: readonly RowReading[]): Edition | null {
  const has = (id: string) => found.some((reading) => reading.id === id)
  if (has('other.correction_overdue') || has('other.fee_unpaid') || has('other.misc')) return '2021'
  return has('other.all') ? '2019' : null
}

function linesOf(found: readonly RowReading[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const { row } of found) {
    lines.add(row.line)
    for (const value of row.values) lines.add(value.line)
  }
  return lines
}
