import { formIds } from '@gongkai/schema'
import type { CellRow, LineRow } from '../data/rows.ts'
import { toRowAnchor, toValueAnchor } from './anchors.ts'
import type { Layout } from './form-layout.ts'
import { placeValues, type ValuePlace } from './value-places.ts'

/** Which places of the tables of a page and its source text lead to each other. */
interface Links {
  /** Line number → the numbers that are led to and fro, each at its own place. */
  readonly places: ReadonlyMap<number, readonly ValuePlace[]>
  /** Cells that are linked although their own place in the line is not known → the line. */
  readonly unplaced: ReadonlyMap<string, number>
  /** Anchor of a row's label → the line that its cells were read from first. */
  readonly rowLines: ReadonlyMap<string, number>
}

/** How the tables of a page and its source text lead to each other. */
export interface Trace extends Links {
  /** Keys of cells and anchors of rows whose links a keyboard passes over. */
  readonly passed: ReadonlySet<string>
}

/** Where a table stands without its source text, nothing is led anywhere. */
export const noTrace: Trace = { places: new Map(), unplaced: new Map(), rowLines: new Map(), passed: new Set() }

/** More rows than these in one line, as in a report without line breaks: there is no leading back to each. */
const mostRows = 3

/** A number is linked where it says something: other than 0, words where a number belongs, or part of a failing sum. */
function isLinked({ key, state, value }: CellRow, failing: ReadonlySet<string>): boolean {
  return (state === 'value' && value !== 0) || state === 'text' || failing.has(key)
}

const rowOf = ({ form_id, row_id }: CellRow): string => toRowAnchor(form_id, row_id)

/** Cells of each line in the order in which they are printed. */
function groupByLine(layouts: readonly Layout[], cells: ReadonlyMap<string, CellRow>) {
  const printed = layouts
    .toSorted((a, b) => formIds.indexOf(a.form.id) - formIds.indexOf(b.form.id))
    .flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells)))
    .flatMap(({ key }) => cells.get(key) ?? [])
  const placed = printed.filter(({ place_line }) => place_line !== null)
  const byLine = Map.groupBy(placed, ({ place_line }) => place_line ?? 0)
  const byColumn = (a: CellRow, b: CellRow) => (a.place_column ?? 0) - (b.place_column ?? 0)
  return new Map([...byLine].map(([line, own]) => [line, own.toSorted(byColumn)]))
}

/**
 * Finds for each cell that is worth a link its own place in the source text, and for each row its line.
 *
 * @param failing keys of the cells that stand in a failing sum
 */
export function toLinks(
  layouts: readonly Layout[],
  cells: ReadonlyMap<string, CellRow>,
  lines: readonly LineRow[],
  failing: ReadonlySet<string>,
): Links {
  const places = new Map<number, readonly ValuePlace[]>()
  const unplaced = new Map<string, number>()
  const rowLines = new Map<string, number>()
  const textOf = new Map(lines.map(({ line, text }) => [line, text]))
  for (const [line, own] of groupByLine(layouts, cells)) {
    for (const cell of own) if (!rowLines.has(rowOf(cell))) rowLines.set(rowOf(cell), line)
    const found = new Map(placeValues(textOf.get(line) ?? '', own).map((place) => [place.key, place]))
    const linked = own.filter((cell) => isLinked(cell, failing))
    places.set(
      line,
      linked.flatMap(({ key }) => found.get(key) ?? []),
    )
    for (const { key } of linked) if (!found.has(key)) unplaced.set(key, line)
  }
  return { places, unplaced, rowLines }
}

/** More stops than these at single numbers, beside those at the rows, and a keyboard needs minutes for the page. */
const mostStops = 30

/**
 * Where there are very many numbers a keyboard goes from row to row: of each row it stops at the total, else at the label.
 * The other numbers can be pressed all the same.
 *
 * @param terms cells that failing sums are written out with, each a link
 * @returns what it passes over; nothing where there are few
 */
export function toPassed(
  { places, unplaced }: Links,
  cells: ReadonlyMap<string, CellRow>,
  terms: number,
): ReadonlySet<string> {
  const placed = [...places.values()].flat().map(({ key }) => key)
  if (2 * placed.length + unplaced.size + terms <= mostStops) return new Set()
  const linked = [...placed, ...unplaced.keys()].flatMap((key) => cells.get(key) ?? [])
  return new Set(linked.map((cell) => (cell.column_id === 'total' ? rowOf(cell) : cell.key)))
}

/** Line number → anchors of the rows that it leads back to. */
export function toRowsOfLines({ rowLines }: Trace): ReadonlyMap<number, readonly string[]> {
  const byLine = Map.groupBy([...rowLines], ([, line]) => line)
  const few = [...byLine].filter(([, rows]) => rows.length <= mostRows)
  return new Map(few.map(([line, rows]) => [line, rows.map(([anchor]) => anchor)]))
}

/** Where each linked cell leads: to its own place in the text, else to its line. */
export function toTargets({ places, unplaced }: Trace): ReadonlyMap<string, string> {
  const placed = [...places.values()].flat().map(({ key }) => [key, `#${toValueAnchor(key)}`] as const)
  return new Map([...placed, ...[...unplaced].map(([key, line]) => [key, `#L${line}`] as const)])
}
