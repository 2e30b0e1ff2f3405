import type { Form } from '@gongkai/schema'
import type { IssueNote } from '../../types.ts'
import { leadingEditions, toEdition } from '../edition.ts'
import { isDigits } from '../joined-digits.ts'
import { type CellReading, type FormReading, toCellReading, toRagged } from '../reading.ts'
import { type Printed, type PrintedRow, printedIds } from '../rows/printed-row.ts'
import { parseValue } from '../value.ts'
import { alignToHeads } from './applicant-heads.ts'
import { readJoined, type Sink } from './cut-joined-rows.ts'
import { findRows, type RowReading } from './match-rows.ts'
import { learnPlaces, pickValues, sum } from './pick-values.ts'
import { chooseShape, type Shape } from './shape.ts'

/**
 * Reads 表三 from printed rows. Labels and heads say by which columns; rows of all editions with these columns are known,
 * and the rows found decide the edition.
 */
export function readRequests(printed: readonly PrintedRow[], editions: readonly Form[]): FormReading {
  const issues: IssueNote[] = []
  const shape = chooseShape(editions, toPrintedIds(printed))
  const { rows, isReordered } = alignToHeads(printed, shape)
  if (isReordered) issues.push({ code: 'columns_reordered', severity: 'info', key: 'requests' })
  const found = findRows(rows, shape, issues)
  if (isDeduplicated(rows, found.length, shape)) return lost
  const cells = new Map<string, CellReading>()
  const usedEdits = new Set<string>()
  const layout = findLayout(found, { shape, isHeadFirst: !isReordered && isTotalFirst(rows, shape) }, issues)
  const places = learnPlaces(
    found.map(({ row }) => row),
    shape,
  )
  const isSingle = found.filter((reading) => reading.row.values.length === 1).length * 2 >= found.length
  const isTotalLast = isSingle && endInTotals(found, shape)
  const sink: Sink = { cells, issues, usedEdits, isSingle, isTotalLast, places, shape, joined: [] }
  for (const reading of found) readRow(reading, layout, sink)
  const leading = leadingEditions(shape.editions, new Set(found.map(({ id }) => id)))
  const edition = found.length === 0 ? null : toEdition(leading)
  const [form] = leading
  if (form) readJoined(form, sink)
  return {
    formId: 'requests',
    edition,
    cells,
    issues,
    usedEdits,
    labels: findLabels(rows, shape),
    lines: linesOf(found),
  }
}

/** Ids of the rows and columns whose labels are printed. */
function toPrintedIds(rows: readonly PrintedRow[]): ReadonlySet<string> {
  const ids = printedIds(rows, ['requests'])
  for (const { names } of rows.flatMap(({ labels }) => labels)) if (names.applicant) ids.add(names.applicant)
  return ids
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

function isDeduplicated(rows: readonly PrintedRow[], foundCount: number, shape: Shape): boolean {
  const printed = printedIds(rows, ['requests'])
  const rowCounts = shape.editions.map((form) => form.blocks.flatMap((block) => block.rows).length)
  return printed.size * 2 >= Math.min(...rowCounts) && foundCount * 3 < printed.size
}

/** Whether one row of the head prints 总计 before the first applicant; over several rows the order says nothing. */
function isTotalFirst(rows: readonly PrintedRow[], { columns }: Shape): boolean {
  return rows.some(({ reader, labels }) => {
    if (reader !== 'grid' || labels.length < 2) return false
    const columnOf = (id: string | undefined) =>
      id === undefined ? undefined : labels.find(({ names }) => names.applicant === id)?.column
    const [total, person] = [columnOf(columns.at(-1)), columnOf(columns[0])]
    return total !== undefined && person !== undefined && total < person
  })
}

/** Order of the columns: as in the form, unless the sums say that the total stands in front. */
function findLayout(
  found: readonly RowReading[],
  { shape, isHeadFirst }: { readonly shape: Shape; readonly isHeadFirst: boolean },
  issues: IssueNote[],
): readonly string[] {
  const { columns, width, rowSum } = shape
  if (rowSum === null) return columns
  const full = found
    .filter((reading) => reading.row.values.length === width)
    .map((reading) => reading.row.values.map((value) => parseValue(value.text).value))
    .filter((values) => values.some((value) => value !== null && value !== 0))
  const last = full.filter((values) => values[width - 1] === sum(values.slice(0, -1))).length
  const first = full.filter((values) => values[0] === sum(values.slice(1))).length
  const isProved = first >= 2 && first * 2 >= full.length && last * 2 <= first
  if (!isProved && !(isHeadFirst && first >= last)) return columns
  issues.push({ code: 'columns_reordered', severity: 'info', key: 'requests' })
  return [...columns.slice(-1), ...columns.slice(0, -1)]
}

const isJoined = (value: Printed, width: number): boolean =>
  isDigits(value.text) && value.text.length >= width && (value.isGlued === true || value.text.startsWith('0'))

function readRow(reading: RowReading, layout: readonly string[], sink: Sink): void {
  const { id, row } = reading
  const { width } = sink.shape
  const values = pickValues(reading.row.values, width, sink.places(row))
  if (values?.length === width) {
    values.forEach((value, i) => {
      sink.cells.set(`${id}|${layout[i] ?? ''}`, toCellReading(value, row))
    })
    return
  }
  const [only, ...others] = reading.row.values
  if (only && others.length === 0 && isJoined(only, width)) {
    sink.joined.push({ reading, only })
    return
  }
  if (only && others.length === 0 && sink.isSingle) {
    readTotal(reading, only, sink)
    return
  }
  const total = reading.row.values.at(-1)
  if (total && others.length > 0 && sink.isTotalLast) putTotal(id, total, row, sink)
  sink.issues.push({
    code: 'row_ragged',
    severity: 'error',
    key: `requests.${id}`,
    line: row.line,
    detail: toRagged(reading.row.values, width),
  })
}

/**
 * Whether the rows that lost their empty cells end in their totals: in each of them the last value is the sum of the
 * others. Whose the others are cannot be told.
 *
 * @example `3 | 3`, `2 | 1 | 3` → true; `3 | 0` → false
 */
function endInTotals(found: readonly RowReading[], { rowSum, width }: Shape): boolean {
  const short = found.map(({ row }) => row.values).filter(({ length }) => length > 1 && length < width)
  if (rowSum === null || short.length === 0) return false
  return short.every((values) => {
    const numbers = values.map(({ text }) => parseValue(text).value)
    return numbers.every((number) => number !== null) && numbers.at(-1) === sum(numbers.slice(0, -1))
  })
}

/** The total alone. */
function readTotal({ id, row }: RowReading, only: Printed, sink: Sink): void {
  putTotal(id, only, row, sink)
  sink.issues.push({ code: 'single_value', severity: 'warning', key: `requests.${id}`, line: row.line })
}

function putTotal(id: string, total: Printed, row: PrintedRow, { cells, shape }: Sink): void {
  cells.set(`${id}|${shape.columns.at(-1) ?? ''}`, toCellReading(total, row))
}

/** The labels of rows that are printed, whether values stand behind them or not; a head of a column may read like one. */
function findLabels(rows: readonly PrintedRow[], shape: Shape): FormReading['labels'] {
  const alsoHeads = new Set(shape.rows.filter(({ notBefore }) => notBefore !== undefined).map(({ id }) => id))
  const found = rows.flatMap(({ labels }) =>
    labels.flatMap((label) => {
      const id = label.names.requests?.id
      const isHead = id === undefined || (alsoHeads.has(id) && !/^\s*[\d(（]/.test(label.text))
      return isHead ? [] : [[id, label] as const]
    }),
  )
  return new Map(found)
}

function linesOf(found: readonly RowReading[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const { row } of found) {
    lines.add(row.line)
    for (const value of row.values) lines.add(value.line)
  }
  return lines
}
