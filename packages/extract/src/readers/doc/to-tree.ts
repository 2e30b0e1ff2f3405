import { trimIndents } from '../cell-text.ts'
import { type ChildNode, type Element, Text, toElement } from '../html/tree.ts'
import { type CellLook, outside, type ParagraphLook } from './paragraph-looks.ts'
import type { DocParagraph } from './paragraphs.ts'
import { textOfCell, textOfRuns } from './printed.ts'

interface Cell {
  readonly look: CellLook | undefined
  readonly content: readonly ChildNode[]
}

type Row = readonly Cell[]

/**
 * The paragraphs as the tree of a page, so that one walk reads the tables of all formats: lines outside tables as
 * preformatted text, tables with their merged cells, tables inside cells.
 */
export const toTree = (paragraphs: readonly DocParagraph[]): Element =>
  toElement('body', {}, toLevel(paragraphs, 0, false))

/** Paragraphs at a depth of tables; what stands deeper in a row becomes a table. */
function toLevel(paragraphs: readonly DocParagraph[], depth: number, isShaded: boolean): readonly ChildNode[] {
  const isDeep = (one: DocParagraph | undefined) => one !== undefined && one.look.depth > depth
  if (!paragraphs.some(isDeep)) return toOwn(paragraphs, depth, isShaded)
  const level: ChildNode[] = []
  for (let from = 0; from < paragraphs.length; ) {
    let to = from + 1
    while (to < paragraphs.length && isDeep(paragraphs[to]) === isDeep(paragraphs[from])) to++
    const part = paragraphs.slice(from, to)
    if (isDeep(part[0])) level.push(toTable(part, depth + 1))
    else level.push(...toOwn(part, depth, isShaded))
    from = to
  }
  return level
}

/** Paragraphs that stand in no deeper table. */
const toOwn = (paragraphs: readonly DocParagraph[], depth: number, isShaded: boolean): readonly ChildNode[] =>
  depth > 0 ? toCellLines(paragraphs, isShaded) : [toLines(paragraphs)]

const toLines = (paragraphs: readonly DocParagraph[]): Element =>
  toElement('pre', {}, [new Text(trimIndents(paragraphs.map(({ runs }) => textOfRuns(runs)).join('\n')))])

/** The one line of a cell as it is, several as paragraphs. */
function toCellLines(paragraphs: readonly DocParagraph[], isShaded: boolean): readonly ChildNode[] {
  const isDark = isShaded || paragraphs.some(({ look }) => look.isShaded)
  const text = paragraphs.map(({ runs }) => textOfCell(runs, isDark)).join('\n')
  const lines = text.split('\n')
  return lines.map((line) => (lines.length === 1 ? new Text(line) : toElement('p', {}, [new Text(line)])))
}

/** A table out of the paragraphs of its cells; one that ends in the middle of a row keeps what it has. */
function toTable(paragraphs: readonly DocParagraph[], depth: number): Element {
  const rows: Row[] = []
  let cells: (readonly DocParagraph[])[] = []
  let from = 0
  paragraphs.forEach(({ look, isCellEnd, isDeleted }, i) => {
    if (look.depth !== depth) return
    if (look.isRowEnd) {
      if (!isDeleted) rows.push(toRow(cells, look, depth))
      cells = []
      from = i + 1
    } else if (depth === 1 ? isCellEnd : look.isInnerCellEnd) {
      cells.push(paragraphs.slice(from, i + 1))
      from = i + 1
    }
  })
  const rest = paragraphs.slice(from)
  if (cells.length > 0 || rest.length > 0) rows.push(toRow([...cells, rest], outside, depth))
  return toElement('table', {}, toRows(rows))
}

/** A row; only its end says whether a colour lies behind its cells. */
const toRow = (cells: readonly (readonly DocParagraph[])[], row: ParagraphLook, depth: number): Row =>
  cells.map((cell, i) => ({ content: toLevel(cell, depth, row.isShaded), look: row.cells[i] }))

/** Edges of columns this near to each other are one: twentieths of a point. */
const near = 20

function toRows(rows: readonly Row[]): readonly Element[] {
  const columns = toColumns(rows)
  const placed = rows.map((row) => placeCells(row, columns))
  return placed.map((row, r) =>
    toElement(
      'tr',
      {},
      row.flatMap((cell) => toTd(cell, r, placed)),
    ),
  )
}

/** The column that begins at each edge; edges near to each other are one. */
function toColumns(rows: readonly Row[]): ReadonlyMap<number, number> {
  const found = new Set<number>()
  for (const { look } of rows.flat()) if (look) found.add(look.from).add(look.to)
  const edges: number[] = []
  const sorted = [...found].sort((a, b) => a - b)
  for (const edge of sorted) if (edge - (edges.at(-1) ?? -Infinity) > near) edges.push(edge)
  return new Map(sorted.map((edge) => [edge, edges.findLastIndex((other) => other <= edge + near / 2)]))
}

interface PlacedCell extends Cell {
  readonly column: number
  span: number
}

/** The cells of a row at their columns; what is merged into the cell on its left is part of that. */
function placeCells(row: Row, columns: ReadonlyMap<number, number>): readonly PlacedCell[] {
  const columnAt = (edge: number) => columns.get(edge) ?? 0
  const placed: PlacedCell[] = []
  row.forEach((cell, i) => {
    const { look } = cell
    const left = placed.at(-1)
    const column = look ? columnAt(look.from) : i
    if (!look?.isMergedLeft) placed.push({ ...cell, column, span: look ? Math.max(1, columnAt(look.to) - column) : 1 })
    else if (left) left.span = Math.max(1, columnAt(look.to) - left.column)
  })
  return placed
}

function toTd(
  { look, content, column, span }: PlacedCell,
  r: number,
  rows: readonly (readonly PlacedCell[])[],
): readonly Element[] {
  if (look?.merge === 'above' && r > 0) return []
  const rowSpan = look?.merge === 'first' ? 1 + countBelow(column, rows.slice(r + 1)) : 1
  return [toElement('td', { colspan: String(span), rowspan: String(rowSpan) }, content)]
}

/** Rows in which the cell above goes on. */
function countBelow(column: number, rows: readonly (readonly PlacedCell[])[]): number {
  const goesOn = (row: readonly PlacedCell[]) =>
    row.some((other) => other.column === column && other.look?.merge === 'above')
  const end = rows.findIndex((row) => !goesOn(row))
  return end < 0 ? rows.length : end
}
