import type { Printed, PrintedRow } from './printed-row.ts'
import { parseValue } from './value.ts'

const width = 7

/** Sum of the numbers there are. */
export const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Says in which column the seven values of a row begin, where that is known. */
export type Start = (row: PrintedRow) => number | undefined

/**
 * First column of the values, from all rows of a table together: right behind the label, up to the end of the row,
 * or in the same column everywhere. Only what leaves no number outside of the seven columns, in any row, is believed.
 */
export function learnStarts(found: readonly PrintedRow[]): Start {
  const byTable = new Map<number | null, Start>()
  for (const [table, rows] of Map.groupBy(found, (row) => row.table)) {
    if (rows.some((row) => row.reader === 'grid' && row.values.length > width)) {
      byTable.set(table, toStart(rows.filter((row) => row.reader === 'grid')))
    }
  }
  return (row) => byTable.get(row.table)?.(row)
}

const behindLabel: Start = ({ values }) => values[0]?.column
const beforeEnd: Start = ({ values }) => (values.at(-1)?.column ?? 0) - width + 1

function toStart(rows: readonly PrintedRow[]): Start {
  const columns = new Set(rows.flatMap(({ values }) => values.map((value) => value.column)))
  const fixed = [...columns].map(
    (column): Start =>
      () =>
        column,
  )
  const possible = [behindLabel, beforeEnd, ...fixed].filter((start) => rows.every((one) => isInside(one, start(one))))
  return (one) => {
    const [only, ...others] = new Set(possible.map((start) => start(one)))
    return others.length === 0 ? only : undefined
  }
}

/** Whether the seven columns are all there and hold every value of the row. */
function isInside({ values }: PrintedRow, start: number | undefined): boolean {
  if (start === undefined) return false
  const isPlace = ({ column }: Printed) => column >= start && column < start + width
  const places = values.filter(isPlace)
  return places.length === width && values.every((value) => value.text === '' || isPlace(value))
}

/** Seven values out of more: empty cells before or after them come from merged cells. */
export function toSeven(values: readonly Printed[], start?: number): readonly Printed[] | undefined {
  if (values.length <= width) return values
  const filled = values.filter((value) => value.text !== '')
  if (filled.length === width) return filled
  if (filled.length > width) return undefined
  const at = start === undefined ? -1 : values.findIndex((value) => value.column === start)
  const known = at < 0 ? [] : values.slice(at, at + width)
  if (known.length === width && known.filter((value) => value.text !== '').length === filled.length) return known
  if (filled.length === 0) return values.slice(0, width)
  const windows = values.flatMap((_, from) => {
    const part = values.slice(from, from + width)
    return part.length === width && isBalanced(part, filled.length) ? [part] : []
  })
  return windows.length === 1 ? windows[0] : undefined
}

/** Whether the part holds all the values and its last one is their sum; a sum of zeros proves nothing. */
function isBalanced(part: readonly Printed[], filled: number): boolean {
  const numbers = part.map((value) => parseValue(value.text).value)
  const total = numbers[width - 1] ?? 0
  return part.filter((value) => value.text !== '').length === filled && total > 0 && total === sum(numbers.slice(0, -1))
}
