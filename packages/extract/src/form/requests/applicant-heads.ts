import type { Printed, PrintedRow } from '../rows/printed-row.ts'
import { parseValue } from '../value.ts'
import { sum } from './pick-values.ts'
import type { Shape } from './shape.ts'

export interface Aligned {
  readonly rows: readonly PrintedRow[]
  /** The heads stand in another order than in the form. */
  readonly isReordered: boolean
}

/**
 * Gives each row of a grid the values that stand under the heads of the applicants, in the order of the form: columns
 * that are the page's own (占比, 备注) fall away, and heads in another order are followed. Only where all heads of the
 * form stand in columns of their own and nearly every row has a cell under each of them. Rows that lost a merged cell in
 * front stand further to the left than their heads: where one of them shows it, those alone are moved that add up.
 */
export function alignToHeads(rows: readonly PrintedRow[], shape: Shape): Aligned {
  let isReordered = false
  const aligned = new Map<PrintedRow, PrintedRow>()
  for (const [table, own] of Map.groupBy(rows, (row) => row.table)) {
    const columns = table === null ? undefined : findColumns(own, shape)
    if (!columns) continue
    const data = own.filter((row) => row.values.filter((value) => value.text !== '').length >= 3)
    const whole = data.filter((row) => valuesAt(row, columns))
    if (whole.length === 0 || whole.length < data.length * 0.8) continue
    const isMoved = columns.some((column, i) => column < (columns[i - 1] ?? 0))
    if (isMoved && shape.rowSum !== null && !isSupported(whole, columns)) continue
    isReordered ||= isMoved
    const first = Math.min(...columns)
    const isTorn = own.some((row) => isShifted(row, columns, first))
    for (const row of own) {
      const values = valuesAt(row, columns)
      const isDoubtful = isTorn && beginsBefore(row, first) && !addsUp(values ?? [])
      if (values && values !== row.values && !isDoubtful) aligned.set(row, { ...row, values })
    }
  }
  return { rows: aligned.size === 0 ? rows : rows.map((row) => aligned.get(row) ?? row), isReordered }
}

/** Column of each applicant, in the order of the form; undefined unless all stand apart, before the first numbers. */
function findColumns(rows: readonly PrintedRow[], shape: Shape): readonly number[] | undefined {
  const columns = new Map<string, number>()
  for (const row of rows) {
    if (columns.size === shape.width) break
    for (const { names, column } of row.labels) {
      const id = names.applicant
      if (id !== undefined && shape.columns.includes(id) && !columns.has(id)) columns.set(id, column)
    }
  }
  const found = shape.columns.flatMap((id) => columns.get(id) ?? [])
  return new Set(found).size === shape.width ? found : undefined
}

const isInOrder = (values: readonly Printed[], columns: readonly number[]): boolean =>
  values.length === columns.length && values.every((value, i) => value.column === columns[i])

function valuesAt(row: PrintedRow, columns: readonly number[]): readonly Printed[] | undefined {
  if (isInOrder(row.values, columns)) return row.values
  const values = columns.flatMap((column) => row.values.find((value) => value.column === column) ?? [])
  return values.length === columns.length ? values : undefined
}

const beginsBefore = ({ values }: PrintedRow, first: number): boolean => (values[0]?.column ?? first) < first

/**
 * Whether a row stands to the left of its heads: a value among the labels, or numbers that add up to their total right
 * behind the label alone.
 */
function isShifted(row: PrintedRow, columns: readonly number[], first: number): boolean {
  if (!beginsBefore(row, first)) return false
  const isAmongLabels = row.values.some(({ text, column }) => text !== '' && column < first)
  return isAmongLabels || (addsUp(row.values.slice(0, columns.length)) && !addsUp(valuesAt(row, columns) ?? []))
}

function addsUp(values: readonly Printed[]): boolean {
  const numbers = values.map(({ text }) => parseValue(text).value)
  const total = numbers.at(-1) ?? 0
  return total > 0 && total === sum(numbers.slice(0, -1))
}

/** Whether the sums of the rows hold under the heads at least as often as in the order of the form. */
function isSupported(rows: readonly PrintedRow[], columns: readonly number[]): boolean {
  const inOrder = columns.toSorted((a, b) => a - b)
  const holding = (order: readonly number[]) =>
    rows.filter((row) => {
      const numbers = (valuesAt(row, order) ?? []).map((value) => parseValue(value.text).value)
      return numbers.at(-1) === sum(numbers.slice(0, -1))
    }).length
  return holding(columns) >= holding(inOrder)
}
