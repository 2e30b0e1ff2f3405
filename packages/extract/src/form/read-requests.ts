import { type Edition, forms } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'
import { isDigits } from './joined-digits.ts'
import { type LabelBook, requestsRows } from './labels.ts'
import { lastKnown, type Printed, type PrintedRow } from './printed-row.ts'
import { type CellReading, type FormReading, toCellReading } from './reading.ts'
import { readJoined } from './requests-joined.ts'
import type { RowReading, Sink } from './requests-row.ts'
import { learnStarts, sum, toSeven } from './seven.ts'
import { parseValue } from './value.ts'

const columns = forms.requests['2021'].blocks.flatMap((block) => block.columns.map((column) => column.id))
const width = columns.length
const order = new Map(requestsRows.map((row, index) => [row.id, index]))
const totalFirst = ['total', ...columns.filter((id) => id !== 'total')]

/** Reads 表三 from printed rows; rows of both editions are known, and the rows found decide the edition. */
export function readRequests(rows: readonly PrintedRow[], book: LabelBook): FormReading {
  const issues: IssueNote[] = []
  const found = findRows(rows, book, issues)
  if (isDeduplicated(rows, found.length, book)) return lost
  const cells = new Map<string, CellReading>()
  const usedEdits = new Set<string>()
  const layout = findLayout(found, isTotalFirst(rows), issues)
  const starts = learnStarts(found)
  const isSingle = found.filter((reading) => reading.values.length === 1).length * 2 >= found.length
  const sink: Sink = { cells, issues, usedEdits, isSingle, starts, joined: [] }
  for (const reading of found) readRow(reading, layout, sink)
  const edition = findEdition(found)
  readJoined(edition ?? '2021', sink)
  return { formId: 'requests', edition, cells, issues, usedEdits, lines: linesOf(found) }
}

/** A table whose lines were each kept once: its labels stand there, its values are gone for good. */
const lost: FormReading = {
  formId: 'requests',
  edition: null,
  cells: new Map(),
  issues: [{ code: 'tables_deduplicated', severity: 'error', key: 'requests' }],
  usedEdits: new Set(),
  lines: new Set(),
}

function isDeduplicated(rows: readonly PrintedRow[], foundCount: number, book: LabelBook): boolean {
  const printed = new Set(rows.flatMap((row) => row.labels.flatMap((label) => book.requests(label.text)?.id ?? [])))
  return printed.size >= 12 && foundCount * 3 < printed.size
}

function findRows(rows: readonly PrintedRow[], book: LabelBook, issues: IssueNote[]): readonly RowReading[] {
  const found = new Map<string, RowReading>()
  let last = -1
  rows.forEach((row, index) => {
    const values = row.values
    if (values.length === 0) return
    const match = matchRow(row, book, last) ?? inferRow(rows, index, book, last)
    if (!match) {
      if (isStrange(row, last))
        issues.push({ code: 'row_unmapped', severity: 'warning', key: 'requests', line: row.line })
      return
    }
    const at = order.get(match.id) ?? -1
    if (found.has(match.id)) {
      issues.push({ code: 'row_repeated', severity: 'warning', key: `requests.${match.id}`, line: row.line })
      return
    }
    if (at < last && !match.isExact) return
    found.set(match.id, { id: match.id, row, values, isInferred: match.isInferred })
    if (match.isInferred)
      issues.push({ code: 'label_inferred', severity: 'warning', key: `requests.${match.id}`, line: row.line })
    last = Math.max(last, at)
  })
  return [...found.values()]
}

/** A full row of values inside the table under a label that no form has. */
function isStrange(row: PrintedRow, last: number): boolean {
  const isInside = last >= 0 && last < (order.get('carried_forward') ?? 0)
  return isInside && row.reader === 'grid' && row.values.filter((value) => value.text !== '').length === width
}

interface RowMatch {
  readonly id: string
  readonly isExact: boolean
  readonly isInferred: boolean
}

function matchRow(row: PrintedRow, book: LabelBook, last: number): RowMatch | undefined {
  if (lastKnown(row, book) !== 'requests') return undefined
  for (const label of [...row.labels].reverse()) {
    const match = book.requests(label.text)
    if (match && isPlausible(match.id, last)) return { ...match, isInferred: false }
  }
  return undefined
}

/** 其他 and 总计 head columns too: they are rows only where the form has them. */
function isPlausible(id: string, last: number): boolean {
  if (id === 'other.misc') return last >= (order.get('other.all') ?? 0) - 2 && last < (order.get('results_total') ?? 0)
  if (id === 'results_total') return last >= 2 && last < (order.get('carried_forward') ?? 0)
  return true
}

/** A row that lost its label between two that follow each other but one. */
function inferRow(rows: readonly PrintedRow[], index: number, book: LabelBook, last: number): RowMatch | undefined {
  const row = rows[index]
  if (!row || toSeven(row.values)?.length !== width || row.labels.some((label) => label.text !== '') || last < 0)
    return undefined
  const next = rows.slice(index + 1, index + 3).find((other) => other.values.length > 0)
  const after = next ? matchRow(next, book, last + 1) : undefined
  const id = requestsRows[last + 1]?.id
  return id !== undefined && after && order.get(after.id) === last + 2
    ? { id, isExact: true, isInferred: true }
    : undefined
}

/** Whether one row of the head prints 总计 before 自然人; over several rows the order says nothing. */
function isTotalFirst(rows: readonly PrintedRow[]): boolean {
  return rows.some((row) => {
    const columnOf = (name: string) => row.labels.find((label) => label.text.replace(/\s/g, '') === name)?.column
    const total = columnOf('总计')
    const person = columnOf('自然人')
    return row.reader === 'grid' && total !== undefined && person !== undefined && total < person
  })
}

/** Order of the columns: as in the form, unless the sums say that the total stands in front. */
function findLayout(found: readonly RowReading[], isHeadFirst: boolean, issues: IssueNote[]): readonly string[] {
  const full = found
    .filter((reading) => reading.values.length === width)
    .map((reading) => reading.values.map((value) => parseValue(value.text).value))
    .filter((values) => values.some((value) => value !== null && value !== 0))
  const last = full.filter((values) => values[width - 1] === sum(values.slice(0, -1))).length
  const first = full.filter((values) => values[0] === sum(values.slice(1))).length
  const isProved = first >= 2 && first * 2 >= full.length && last * 2 <= first
  if (!isProved && !(isHeadFirst && first >= last)) return columns
  issues.push({ code: 'columns_reordered', severity: 'info', key: 'requests' })
  return totalFirst
}

const isJoined = (value: Printed): boolean =>
  isDigits(value.text) && value.text.length >= width && (value.isGlued === true || value.text.startsWith('0'))

function readRow(reading: RowReading, layout: readonly string[], sink: Sink): void {
  const { id, row } = reading
  const values = toSeven(reading.values, sink.starts(reading))
  if (values?.length === width) {
    values.forEach((value, i) => {
      sink.cells.set(`${id}|${layout[i] ?? ''}`, toCellReading(value, row))
    })
    return
  }
  const [only, ...others] = reading.values
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
    detail: {
      zh: `印有 ${reading.values.length} 个值，应为 ${width} 个`,
      en: `${reading.values.length} values, ${width} expected`,
    },
  })
}

/** The total alone. */
function readTotal({ id, row }: RowReading, only: Printed, sink: Sink): void {
  sink.cells.set(`${id}|total`, toCellReading(only, row))
  sink.issues.push({ code: 'single_value', severity: 'warning', key: `requests.${id}`, line: row.line })
}

function findEdition(found: readonly RowReading[]): Edition | null {
  if (found.length === 0) return null
  const has = (id: string) => found.some((reading) => reading.id === id)
  if (has('other.correction_overdue') || has('other.fee_unpaid') || has('other.misc')) return '2021'
  return has('other.all') ? '2019' : '2021'
}

const linesOf = (found: readonly RowReading[]): ReadonlySet<number> =>
  new Set(found.flatMap((reading) => [reading.row.line, ...reading.values.map((value) => value.line)]))
