import type { CleanCell, CleanLine } from '../../clean.ts'
import { isSignedDigits } from '../joined-digits.ts'
import type { LabelBook } from '../labels.ts'
import { isValueLike } from '../value.ts'

/** A printed label or value and where it stands. */
export interface Printed {
  readonly text: string
  readonly line: number
  /** Column of the table, from 1; in a run, order within the row. */
  readonly column: number
  /** Cut out of a line in which labels and digits run together. */
  readonly isGlued?: boolean
}

/** Labels, then values: a row of a grid, or a stretch of a run. */
export interface PrintedRow {
  readonly labels: readonly Printed[]
  readonly values: readonly Printed[]
  readonly line: number
  readonly table: number | null
  readonly row: number | null
  readonly reader: 'grid' | 'run'
}

/** Whether a printed text is any declared row or column. */
export function isKnown(text: string, book: LabelBook): boolean {
  return Boolean(
    book.requests(text) ?? book.disclosure(text) ?? book.measures(text) ?? book.outcomes(text) ?? book.groups(text),
  )
}

/** Whether a printed text is a row of 表二 or 表三, letter by letter. */
export function isKnownExactly(text: string, book: LabelBook): boolean {
  return Boolean(book.requests(text)?.isExact || book.disclosure(text)?.isExact)
}

const tables = ['requests', 'disclosure', 'measures', 'outcomes', 'groups'] as const

/** Which table the last known label of a row belongs to: the values behind it are that table's. */
export function lastKnown(row: PrintedRow, book: LabelBook): keyof LabelBook | undefined {
  for (const { text } of row.labels.toReversed()) {
    const table = tables.find((one) => book[one](text))
    if (table) return table
  }
  return undefined
}

/** Whether the text is a row label of 表二 or 表三, which values follow. */
function isRowLabel(text: string, book: LabelBook): boolean {
  return Boolean(book.requests(text) ?? book.disclosure(text))
}

interface PlacedCell extends CleanCell {
  readonly column: number
}

/** Rows of one table with spans expanded to columns. */
export function toGridRows(lines: readonly (CleanLine & { kind: 'row' })[], book: LabelBook): readonly PrintedRow[] {
  const busy: number[] = []
  return lines.map((line, index) => {
    const placed = placeCells(line.cells, busy)
    const split = splitIndex(placed, book)
    const print = (cell: PlacedCell): Printed => ({ text: cell.text, line: line.line, column: cell.column })
    const front = split === placed.length ? frontValues(placed) : 0
    return {
      labels: placed.slice(front, split).map(print),
      values: (front > 0 ? placed.slice(0, front) : placed.slice(split)).map(print),
      line: line.line,
      table: line.table,
      row: index + 1,
      reader: 'grid',
    }
  })
}

/** Gives each cell its first column; `busy` counts down the rows that cells above still cover. */
function placeCells(cells: readonly CleanCell[], busy: number[]): readonly PlacedCell[] {
  const placed: PlacedCell[] = []
  let column = 0
  for (const cell of cells) {
    while ((busy[column] ?? 0) > 0) column++
    placed.push({ ...cell, column: column + 1 })
    for (let i = 0; i < cell.colSpan; i++, column++) busy[column] = Math.max(busy[column] ?? 0, cell.rowSpan)
  }
  for (let i = 0; i < busy.length; i++) busy[i] = Math.max(0, (busy[i] ?? 0) - 1)
  return placed
}

const applicant = /^\s*(?:自\s*然\s*人|法人或其他组织|商业企业|科研机构|社会公益组织|法律服务机构)/

/** Index of the first value: behind the last declared row label, else behind the last text. */
function splitIndex(cells: readonly PlacedCell[], book: LabelBook): number {
  const label = cells.findLastIndex((cell) => isRowLabel(cell.text, book))
  const last = cells.findLastIndex((cell) => !isValueLike(cell.text))
  if (label < 0) return last + 1
  const behind = cells.slice(label + 1)
  const isHead = behind.some(
    (cell) => applicant.test(cell.text) || book.measures(cell.text) || book.outcomes(cell.text)?.isExact,
  )
  return isHead ? last + 1 : label + 1
}

/** Values in front of the labels, where nothing stands behind these: as many as the widest rows of the forms have. */
function frontValues(cells: readonly PlacedCell[]): number {
  const front = cells.findIndex((cell) => !isValueLike(cell.text))
  const filled = cells.slice(0, Math.max(0, front)).filter((cell) => cell.text !== '').length
  return filled >= 3 ? front : 0
}

/** One text of a run. */
export type Token = Omit<Printed, 'column'>

/** Rows of a run: labels, then the values up to the next label. */
export function toRunRows(tokens: readonly Token[], book: LabelBook): readonly PrintedRow[] {
  const rows: PrintedRow[] = []
  let labels: Printed[] = []
  let values: Printed[] = []
  const close = () => {
    const line = labels.at(-1)?.line ?? values[0]?.line
    if (line !== undefined) rows.push({ labels, values, line, table: null, row: null, reader: 'run' })
    labels = []
    values = []
  }
  for (const token of tokens) {
    if (isUprightPiece(token.text)) continue
    const isJoined = token.isGlued === true && isSignedDigits(token.text)
    if (isJoined || isValueLike(token.text) || isWordValue(token.text, values, labels, book)) {
      values.push({ ...token, column: values.length + 1 })
      continue
    }
    if (values.length > 0) close()
    labels.push({ ...token, column: labels.length + 1 })
  }
  close()
  return rows
}

/** One character of 三、本年度办理结果 set upright beside its rows. */
const isUprightPiece = (text: string): boolean => text.length === 1 && '三、本年度办理结果'.includes(text)

/** Words where a value belongs: behind a row label, themselves no label, heading or sentence. */
function isWordValue(text: string, values: readonly Printed[], labels: readonly Printed[], book: LabelBook): boolean {
  const label = labels.at(-1)?.text
  if (text.length > 14 || label === undefined || !isRowLabel(label, book)) return false
  return (
    /^(?:不涉及|不适用|本(?:单位|机关|局|级|年度)|未|没有|无此|暂无|详见|见)/.test(text) &&
    values.length < 7 &&
    !isKnown(text, book)
  )
}
