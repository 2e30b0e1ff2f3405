import type { Printed, PrintedRow } from '../rows/printed-row.ts'
import { parseValue } from '../value.ts'

/** How many cells 表四 has, and how many of them each group. */
export interface Size {
  readonly width: number
  readonly perGroup: number
}

/** A row of 表四, and whether its sums decided which of its cells are too many. */
export interface Picked {
  readonly row: PrintedRow
  readonly isBySums: boolean
}

/** The row of 表四 as all its cells: those under the heads of its table, one each, else without what is too many. */
export function pickValues(row: PrintedRow, rows: readonly PrintedRow[], size: Size): Picked {
  const { width } = size
  const under = row.reader === 'grid' && row.values.length > width ? valuesUnderHeads(row, rows, width) : undefined
  return under ? { row: { ...row, values: under }, isBySums: false } : withoutSpare(row, size)
}

function valuesUnderHeads(row: PrintedRow, rows: readonly PrintedRow[], width: number): readonly Printed[] | undefined {
  const heads = rows.filter((one) => one.table === row.table && one.line < row.line).flatMap((one) => one.labels)
  const columns = new Set(heads.flatMap(({ names, column }) => (names.outcomes?.isExact ? [column] : [])))
  const found = row.values.filter((value) => columns.has(value.column))
  return columns.size === width && found.length === width ? found : undefined
}

/** All cells of the row, words among them; else without the empty cells that merged cells leave before or behind them. */
function withoutSpare(row: PrintedRow, size: Size): Picked {
  const { width } = size
  const cells = [...row.labels, ...row.values].toSorted((a, b) => a.column - b.column)
  const isHead = row.labels.some(({ names }) => names.groups || names.outcomes)
  const hasNumber = cells.some(({ text }) => /\d/.test(text))
  if (row.reader === 'grid' && row.labels.length > 0 && hasNumber && !isHead && cells.length === width)
    return { row: { ...row, labels: [], values: cells }, isBySums: false }
  const filled = row.values.filter((value) => value.text !== '')
  if (row.values.length > filled.length && filled.length === width)
    return { row: { ...row, values: filled }, isBySums: false }
  const ways = toWays(row.values, width)
  const fitting = ways.length > 1 ? ways.filter((way) => isBalanced(way, size)) : []
  const [only] = fitting
  // Where the sums do not decide, the cell that is too many is the last: a row rarely begins with one.
  if (only && fitting.length === 1) return { row: { ...row, values: only }, isBySums: true }
  return { row: { ...row, values: ways.at(-1) ?? row.values }, isBySums: false }
}

/** The values without empty cells that are too many, in front of them, then behind them: both may be possible, or none. */
function toWays(values: readonly Printed[], width: number): readonly (readonly Printed[])[] {
  const spare = values.length - width
  if (spare <= 0) return []
  const isEmpty = (some: readonly Printed[]) => some.every(({ text }) => text === '')
  return [
    ...(isEmpty(values.slice(0, spare)) ? [values.slice(spare)] : []),
    ...(isEmpty(values.slice(width)) ? [values.slice(0, width)] : []),
  ]
}

/** Whether every group adds up to its last outcome, what is empty being none. */
function isBalanced(values: readonly Printed[], { perGroup }: Size): boolean {
  const numbers = values.map(({ text }) => parseValue(text).value ?? 0)
  for (let from = 0; from < numbers.length; from += perGroup) {
    const group = numbers.slice(from, from + perGroup)
    if (group.slice(0, -1).reduce((sum, value) => sum + value, 0) !== group.at(-1)) return false
  }
  return true
}
