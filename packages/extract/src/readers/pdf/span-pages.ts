import { lineEnd, toCellText } from '../cell-text.ts'
import { joinLines } from './text-lines.ts'

/** A cell of a table that may run over pages. */
export interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly text: string
  /** Page on which it begins, from 1. */
  readonly page: number
  /** Something beside its text was left out of it. */
  readonly isPartial?: boolean
}

/** A table, on one page or over several. */
export interface PlacedTable {
  /** Edges of the columns, in points. */
  readonly columns: readonly number[]
  readonly rowCount: number
  readonly cells: readonly PlacedCell[]
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
}

/** How far edges of a column may differ from page to page, in points. */
const near = 4

/** One table out of the foot of a page and the head of the next; undefined where their columns differ. */
export function joinTables(upper: PlacedTable, lower: PlacedTable): PlacedTable | undefined {
  const columns = upper.columns.length >= lower.columns.length ? upper.columns : lower.columns
  const above = toColumns(upper, columns)
  const below = toColumns(lower, columns)
  if (!above || !below) return undefined
  // A line between two rows is drawn on one of the pages; only where it is on neither, a row is cut.
  const isCut = upper.isOpenBelow && lower.isOpenAbove
  const joined = (isCut ? joinCutRow(above, below, upper.rowCount) : undefined) ?? stack(above, below, upper.rowCount)
  const rowCount = Math.max(...joined.map(({ row, rowSpan }) => row + rowSpan))
  return { columns, rowCount, cells: joined, isOpenAbove: upper.isOpenAbove, isOpenBelow: lower.isOpenBelow }
}

/** Cells with their places among other edges; undefined where an edge of theirs is none of these. */
function toColumns(table: PlacedTable, columns: readonly number[]): readonly PlacedCell[] | undefined {
  const places = table.columns.map((edge) => columns.findIndex((other) => Math.abs(other - edge) < near))
  const isWhole = places[0] === 0 && places.at(-1) === columns.length - 1
  if (!isWhole || places.includes(-1)) return undefined
  return table.cells.map((cell) => {
    const column = places[cell.column] ?? 0
    return { ...cell, column, colSpan: (places[cell.column + cell.colSpan] ?? column + 1) - column }
  })
}

const isAbove = (lower: PlacedCell, rowCount: number) => (upper: PlacedCell) =>
  upper.column === lower.column && upper.colSpan === lower.colSpan && upper.row + upper.rowSpan === rowCount

/** The last row above and the first one below are halves of one row. */
function joinCutRow(
  above: readonly PlacedCell[],
  below: readonly PlacedCell[],
  rowCount: number,
): readonly PlacedCell[] | undefined {
  const halves = below
    .filter(({ row }) => row === 0)
    .map((lower) => ({ lower, upper: above.find(isAbove(lower, rowCount)) }))
  const pairs = new Map(halves.map(({ upper, lower }) => [upper, lower]))
  if (pairs.has(undefined)) return undefined
  const upper = above.map((cell) => {
    const lower = pairs.get(cell)
    if (!lower) return cell
    return {
      ...cell,
      rowSpan: cell.rowSpan + lower.rowSpan - 1,
      text: toCellText(joinLines([cell.text, lower.text], lineEnd)),
    }
  })
  const rest = below.filter(({ row }) => row > 0).map((cell) => ({ ...cell, row: cell.row + rowCount - 1 }))
  return [...upper, ...rest]
}

/** Rows below rows; a label that spans rows on both pages is one. */
function stack(above: readonly PlacedCell[], below: readonly PlacedCell[], rowCount: number): readonly PlacedCell[] {
  const goesOn = new Map<PlacedCell, PlacedCell>()
  for (const lower of below) {
    const upper = lower.row === 0 ? above.find(isAbove(lower, rowCount)) : undefined
    const isSpanning = upper !== undefined && upper.rowSpan + lower.rowSpan > 2 && !/\d/.test(upper.text + lower.text)
    if (isSpanning && (lower.text === '' || lower.rowSpan > 1)) goesOn.set(upper, lower)
  }
  const lowers = new Set(goesOn.values())
  const upper = above.map((cell) => {
    const lower = goesOn.get(cell)
    if (!lower) return cell
    const text = cell.text === lower.text ? cell.text : cell.text + lower.text
    return { ...cell, text, rowSpan: cell.rowSpan + lower.rowSpan }
  })
  return [...upper, ...below.filter((cell) => !lowers.has(cell)).map((cell) => ({ ...cell, row: cell.row + rowCount }))]
}
