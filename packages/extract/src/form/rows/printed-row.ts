import { editionsOf, type Form, toRowWidth } from '@gongkai/schema'
import type { CleanCell, CleanLine } from '../../types.ts'
import { isSignedDigits } from '../joined-digits.ts'
import { isApplicantHead, isGroupLabel, type LabelBook, type LabelKind, type Names } from '../labels.ts'
import { isValueLike } from '../value.ts'

/** A line that is a row of a table. */
export type RowLine = CleanLine & { readonly kind: 'row' }

/** A printed label or value and where it stands. */
export interface Printed {
  readonly text: string
  readonly line: number
  /** Column of the table, from 1; in a run, order within the row. */
  readonly column: number
  /** What the text stands for, if it is a label. */
  readonly names: Names
  /** Cut out of a line in which labels and digits run together. */
  readonly isGlued?: boolean
  /** Something beside it was left out of it. */
  readonly isPartial?: true
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

/** Which table the last known label of a row belongs to: the values behind it are that table's. */
export const lastKnown = ({ labels }: PrintedRow): LabelKind | undefined =>
  labels.findLast(({ names }) => names.kind !== undefined)?.names.kind

/** Ids of the rows or columns of some kinds whose labels are printed. */
export function printedIds(rows: readonly PrintedRow[], kinds: readonly LabelKind[]): Set<string> {
  const ids = new Set<string>()
  for (const { labels } of rows) {
    for (const { names } of labels) {
      for (const kind of kinds) if (names[kind]) ids.add(names[kind].id)
    }
  }
  return ids
}

/** Whether a text is a row label of 表二 or 表三, which values follow. */
export const isRowLabel = ({ requests, disclosure }: Names): boolean =>
  requests !== undefined || disclosure !== undefined

/** Whether a text is a row label of 表二 or 表三, letter by letter. */
export const isExactRowLabel = ({ requests, disclosure }: Names): boolean =>
  requests?.isExact === true || disclosure?.isExact === true

/** Rows of one table with spans expanded to columns; cells of several rows side by side are rows of their own. */
export function toGridRows(lines: readonly RowLine[], book: LabelBook, fewest = fewestInFront): readonly PrintedRow[] {
  const busy: number[] = []
  return lines.flatMap(({ cells, line, table }, index) => {
    const columns = toColumns(cells, busy)
    const placed = cells.map((cell, i) => toPrinted(cell, line, columns[i] ?? 0, book))
    return splitLabels(placed, book.forms).map((part) => ({
      ...toParts(part, book.forms, fewest),
      line,
      table,
      row: index + 1,
      reader: 'grid',
    }))
  })
}

function toPrinted({ text, isPartial }: CleanCell, line: number, column: number, book: LabelBook): Printed {
  const printed = { text, line, column, names: book.namesOf(text) }
  return isPartial ? { ...printed, isPartial } : printed
}

/** Empty cells that labels side by side may have between them. */
const mostLabelCells = 2

/** Cuts before a row label that stands behind the value of another row: no row holds two. */
function splitLabels(cells: readonly Printed[], declared: readonly Form[]): readonly (readonly Printed[])[] {
  const isLabel = ({ names, text }: Printed) =>
    (isExactRowLabel(names) && !names.outcomes) || isGroupLabel(text, declared)
  const labels = cells.flatMap((cell, i) => (isLabel(cell) ? [i] : []))
  if (labels.length < 2) return [cells]
  const cuts = labels.slice(1).filter((at, i) => {
    const between = cells.slice((labels[i] ?? 0) + 1, at)
    const isRow = between.length > mostLabelCells || between.some(({ text }) => text !== '')
    return isRow && between.every(({ text }) => isValueLike(text))
  })
  return [0, ...cuts].map((from, i) => cells.slice(from, cuts[i]))
}

/** Labels and values of a row. */
function toParts(
  cells: readonly Printed[],
  declared: readonly Form[],
  fewest: number,
): Pick<PrintedRow, 'labels' | 'values'> {
  const split = splitIndex(cells, declared)
  const front = split === cells.length ? frontValues(cells, fewest) : 0
  return {
    labels: cells.slice(front, split),
    values: front > 0 ? cells.slice(0, front) : cells.slice(split),
  }
}

/** First column of each cell, from 1; `busy` counts down the rows that cells above still cover. */
function toColumns(cells: readonly CleanCell[], busy: number[]): readonly number[] {
  const columns: number[] = []
  let column = 0
  for (const cell of cells) {
    while ((busy[column] ?? 0) > 0) column++
    columns.push(column + 1)
    for (let i = 0; i < cell.colSpan; i++, column++) busy[column] = Math.max(busy[column] ?? 0, cell.rowSpan)
  }
  for (let i = 0; i < busy.length; i++) busy[i] = Math.max(0, (busy[i] ?? 0) - 1)
  return columns
}

/** Index of the first value: behind the last declared row label, else behind the last text. */
function splitIndex(cells: readonly Printed[], declared: readonly Form[]): number {
  const label = cells.findLastIndex((cell) => isRowLabel(cell.names))
  const last = cells.findLastIndex((cell) => !isValueLike(cell.text))
  if (label < 0) return last + 1
  if (last <= label) return label + 1
  const behind = cells.slice(label + 1)
  const isHead = behind.some(
    ({ text, names }) => names.measures || names.outcomes?.isExact || isApplicantHead(text, declared),
  )
  return isHead ? last + 1 : label + 1
}

/** Fewest values in front of the labels from which they are taken for those of the row: one may be its number. */
const fewestInFront = 3

/**
 * Fewest values in front of the labels of these rows: one where the page puts them there, as several in front of some
 * labels say, and none behind any.
 */
export function countFrontValues(rows: readonly RowLine[], book: LabelBook): number {
  const isTurned = ({ cells }: RowLine) =>
    !isValueLike(cells.at(-1)?.text ?? '') && frontValues(cells, fewestInFront) > 0
  if (!rows.some(isTurned)) return fewestInFront
  const labelled = rows.filter(({ cells }) => cells.some(({ text }) => isRowLabel(book.namesOf(text))))
  return labelled.every(({ cells }) => !isValueLike(cells.at(-1)?.text ?? '')) ? 1 : fewestInFront
}

/** Values in front of the labels, where nothing stands behind these. */
function frontValues(cells: readonly { readonly text: string }[], fewest: number): number {
  const front = cells.findIndex((cell) => !isValueLike(cell.text))
  if (front < fewest) return 0
  const filled = cells.slice(0, front).filter((cell) => cell.text !== '').length
  return filled >= fewest ? front : 0
}

/** One text of a run. */
export type Token = Omit<Printed, 'column' | 'names'>

/** Rows of a run: labels, then the values up to the next label. */
export function toRunRows(tokens: readonly Token[], book: LabelBook): readonly PrintedRow[] {
  const rows: PrintedRow[] = []
  let labels: Printed[] = []
  let values: Printed[] = []
  const width = Math.max(...editionsOf(book.forms).requests.map(toRowWidth))
  const close = () => {
    const line = labels.at(-1)?.line ?? values[0]?.line
    if (line !== undefined) rows.push({ labels, values, line, table: null, row: null, reader: 'run' })
    labels = []
    values = []
  }
  for (const token of tokens) {
    if (isUprightPiece(token.text)) continue
    const isJoined = token.isGlued === true && isSignedDigits(token.text)
    const names = book.namesOf(token.text)
    if (
      isJoined ||
      isValueLike(token.text) ||
      (values.length < width && isWordValue({ text: token.text, names }, labels.at(-1)))
    ) {
      values.push({ ...token, names, column: values.length + 1 })
      continue
    }
    if (values.length > 0) close()
    labels.push({ ...token, names, column: labels.length + 1 })
  }
  close()
  return rows
}

/** One character of 三、本年度办理结果 set upright beside its rows. */
const isUprightPiece = (text: string): boolean => text.length === 1 && '三、本年度办理结果'.includes(text)

/** Words where a value belongs: behind a row label, themselves no label, heading or sentence. */
function isWordValue({ text, names }: Pick<Printed, 'text' | 'names'>, label: Printed | undefined): boolean {
  if (text.length > 14 || label === undefined || !isRowLabel(label.names)) return false
  return (
    /^(?:不涉及|不适用|本(?:单位|机关|局|级|年度)|未|没有|无(?:此|变化|增减)|暂无|详见|见|[增减]|不变|持平)/.test(
      text,
    ) && names.kind === undefined
  )
}
