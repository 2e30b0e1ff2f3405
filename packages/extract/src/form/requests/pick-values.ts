import type { Printed, PrintedRow } from '../rows/printed-row.ts'
import { parseValue } from '../value.ts'
import type { Shape } from './shape.ts'

/** Sum of the numbers there are. */
export const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Says in which columns the values of a row stand, where that is known. */
export type Places = (row: PrintedRow) => readonly number[] | undefined

/**
 * Columns of the values, from all rows of a table together: right behind the label, up to the end of the row, the same
 * ones everywhere, or the only ones in which anything stands, as many as the form has. Only what leaves no number outside,
 * in any row, is believed.
 */
export function learnPlaces(found: readonly PrintedRow[], shape: Shape): Places {
  const byTable = new Map<number | null, Places>()
  for (const [table, rows] of Map.groupBy(found, (row) => row.table)) {
    // In a run a row without an end may be short; what it lacks says nothing of the others.
    const whole = rows.filter(({ reader, values }) => reader === 'grid' || values.length >= shape.width)
    if (whole.some(({ values }) => values.length > shape.width)) byTable.set(table, toPlaces(whole, shape))
  }
  return (row) => byTable.get(row.table)?.(row)
}

function toPlaces(rows: readonly PrintedRow[], shape: Shape): Places {
  const { width } = shape
  const from = (start: number): readonly number[] => Array.from({ length: width }, (_, i) => start + i)
  // A row that lost its label does not say where its values begin.
  const behindLabel: Places = ({ labels, values }) =>
    labels.length > 0 ? values[0] && from(values[0].column) : undefined
  const beforeEnd: Places = ({ values }) => from((values.at(-1)?.column ?? 0) - width + 1)
  const columns = new Set(rows.flatMap(({ values }) => values.map((value) => value.column)))
  const fixed = [...columns].map(
    (column): Places =>
      () =>
        from(column),
  )
  const used = usedColumns(rows)
  const spaced: readonly Places[] = used.length === width ? [() => used] : []
  const possible = [behindLabel, beforeEnd, ...fixed, ...spaced].filter((places) =>
    rows.every((row) => isInside(row, places(row), width) || (places === behindLabel && row.labels.length === 0)),
  )
  const best = shape.rowSum === null ? possible : bestOf(possible, rows)
  return (row) => {
    const found = best.flatMap((places) => [places(row) ?? []]).filter((places) => places.length > 0)
    const [only, ...others] = new Map(found.map((places) => [places.join(), places])).values()
    return others.length === 0 ? only : undefined
  }
}

/** Of several possible places those under which most rows of the table add up to their total; sums of 0 prove nothing. */
function bestOf(possible: readonly Places[], rows: readonly PrintedRow[]): readonly Places[] {
  const counts = possible.map((places) => rows.filter((row) => isBalanced(row, places(row))).length)
  const most = Math.max(0, ...counts)
  return possible.filter((_, i) => counts[i] === most)
}

function isBalanced({ values }: PrintedRow, places: readonly number[] | undefined): boolean {
  const numbers = places?.map((place) => parseValue(values.find((value) => value.column === place)?.text ?? '').value)
  const total = numbers?.at(-1) ?? 0
  return total > 0 && total === sum(numbers?.slice(0, -1) ?? [])
}

/** Columns that hold a number in any row; the others are spacers. */
const usedColumns = (rows: readonly PrintedRow[]): readonly number[] =>
  [
    ...new Set(rows.flatMap(({ values }) => values.flatMap((value) => (value.text === '' ? [] : [value.column])))),
  ].toSorted((a, b) => a - b)

/** Whether the columns are all there and hold every value of the row. */
function isInside({ values }: PrintedRow, places: readonly number[] | undefined, width: number): boolean {
  if (!places) return false
  const isPlace = ({ column }: Printed) => places.includes(column)
  return values.filter(isPlace).length === width && values.every((value) => value.text === '' || isPlace(value))
}

/**
 * As many values as the form has columns, out of more: empty cells before, behind or between them come from merged cells
 * and spacers. Undefined where it cannot be told which they are; fewer values stay as they are.
 */
export function pickValues(
  values: readonly Printed[],
  width: number,
  places?: readonly number[],
): readonly Printed[] | undefined {
  if (values.length <= width) return values
  const filled = values.filter((value) => value.text !== '')
  if (filled.length === width) return filled
  if (filled.length > width) return undefined
  const known = places ? values.filter((value) => places.includes(value.column)) : []
  if (known.length === width && known.filter((value) => value.text !== '').length === filled.length) return known
  return filled.length === 0 ? values.slice(0, width) : undefined
}
