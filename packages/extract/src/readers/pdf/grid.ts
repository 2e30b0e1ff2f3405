import { findApart } from './apart.ts'
import type { Grid, GridCell } from './cells.ts'
import { type Group, groupTouching, Sets } from './groups.ts'
import type { Rule } from './page.ts'
import { cluster, narrowest, nearestTo, toLines, touch } from './rules.ts'

/**
 * The grids that lines draw, from the top down. A frame around one column is none: columns may stand in it.
 *
 * @param lowest no row is lower than this, in points, as no row is lower than its type
 */
export function findGrids(rules: readonly Rule[], lowest: number): readonly Grid[] {
  const { grids, rest } = findApart(rules)
  return [...grids, ...groupTouching(toLines(rest), touch).flatMap((group) => toGrid(group, lowest) ?? [])].sort(
    (a, b) => a.y0 - b.y0 || a.x0 - b.x0,
  )
}

/** How much of the side of a cell a line has to cover. */
const covered = 0.6
/** Lines between cells reach beyond the last line across where a page break cuts a row, in points. */
const leastOpen = 6

function toGrid({ across, down }: Group, lowest: number): Grid | undefined {
  if (across.length < 1 || down.length < 2) return undefined
  const columns = cluster(down, narrowest)
  const closed = cluster(across, Math.max(narrowest, lowest))
  const ends = sidesOf(down)
  const isOpenAbove = ends.from < (closed[0] ?? 0) - leastOpen
  const isOpenBelow = ends.to > (closed.at(-1) ?? 0) + leastOpen
  const rows = [...(isOpenAbove ? [ends.from] : []), ...closed, ...(isOpenBelow ? [ends.to] : [])]
  const [x0, x1, y0, y1] = [columns[0], columns.at(-1), rows[0], rows.at(-1)]
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return undefined
  if (columns.length < 3 || rows.length < 2) return undefined
  const cells = toCells(columns, rows, { across, down })
  return cells.length < 2 ? undefined : { x0, x1, y0, y1, columns, rows, cells, isOpenAbove, isOpenBelow }
}

/** How far up and down the outermost lines reach that stand at least twice. */
function sidesOf(down: readonly Rule[]): { readonly from: number; readonly to: number } {
  const starts = down.map(({ from }) => from).sort((a, b) => a - b)
  const ends = down.map(({ to }) => to).sort((a, b) => b - a)
  return { from: starts[1] ?? 0, to: ends[1] ?? 0 }
}

/** Squares with no line between them are one cell; where these are no rectangle, it is cut into rows. */
function toCells(columns: readonly number[], rows: readonly number[], group: Group): readonly GridCell[] {
  const width = columns.length - 1
  const height = rows.length - 1
  const right = toSides(group.down, columns, rows)
  const below = toSides(group.across, rows, columns)
  const sets = new Sets(width * height)
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      if (c + 1 < width && !right.has((c + 1) * height + r)) sets.unite(r * width + c, r * width + c + 1)
      if (r + 1 < height && !below.has((r + 1) * width + c)) sets.unite(r * width + c, (r + 1) * width + c)
    }
  }
  const squares = new Map<number, Square[]>()
  for (let i = 0; i < width * height; i++) {
    const root = sets.rootOf(i)
    const list = squares.get(root)
    if (list) list.push({ r: Math.floor(i / width), c: i % width })
    else squares.set(root, [{ r: Math.floor(i / width), c: i % width }])
  }
  return [...squares.values()].flatMap(toRectangles).map((span) => toCell(span, columns, rows))
}

/** Which sides are drawn, by the number of the line times the number of places on it, and the place. */
function toSides(rules: readonly Rule[], lines: readonly number[], places: readonly number[]): ReadonlySet<number> {
  const sides = new Set<number>()
  const count = places.length - 1
  for (const rule of rules) {
    const nearest = nearestTo(lines, rule.at)
    for (let i = 0; i < count; i++) {
      const [from, to] = [places[i] ?? 0, places[i + 1] ?? 0]
      const shared = Math.min(rule.to, to) - Math.max(rule.from, from)
      if (shared > covered * (to - from)) sides.add(nearest * count + i)
    }
  }
  return sides
}

interface Square {
  readonly r: number
  readonly c: number
}

interface Span {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

function toRectangles(squares: readonly Square[]): readonly Span[] {
  const whole = spanOf(squares)
  if (whole.rowSpan * whole.colSpan === squares.length) return [whole]
  const byRow = new Map<number, Square[]>()
  for (const square of squares) byRow.set(square.r, [...(byRow.get(square.r) ?? []), square])
  return [...byRow.values()].flatMap((row) => {
    const runs: Square[][] = []
    for (const square of row) {
      if (square.c - (runs.at(-1)?.at(-1)?.c ?? -2) === 1) runs.at(-1)?.push(square)
      else runs.push([square])
    }
    return runs.map(spanOf)
  })
}

function spanOf(squares: readonly Square[]): Span {
  const rows = squares.map(({ r }) => r)
  const columns = squares.map(({ c }) => c)
  const [row, column] = [Math.min(...rows), Math.min(...columns)]
  return { row, column, rowSpan: Math.max(...rows) - row + 1, colSpan: Math.max(...columns) - column + 1 }
}

const toCell = (span: Span, columns: readonly number[], rows: readonly number[]): GridCell => ({
  ...span,
  x0: columns[span.column] ?? 0,
  x1: columns[span.column + span.colSpan] ?? 0,
  y0: rows[span.row] ?? 0,
  y1: rows[span.row + span.rowSpan] ?? 0,
})
