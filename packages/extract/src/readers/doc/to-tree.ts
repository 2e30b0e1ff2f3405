import { trimIndents } from '../cell-text.ts'
import { type Element, toElement } from '../html/tree.ts'
import { type CellLook, outside, type ParagraphLook } from './paragraph-looks.ts'
import type { DocParagraph } from './paragraphs.ts'
import { textOfCell, textOfRuns } from './printed.ts'

interface Cell {
  readonly look: CellLook | undefined
  readonly content: readonly Element[]
}

type Row = readonly Cell[]

/**
 * The paragraphs as the tree of a page, so that one walk reads the tables of all formats: lines outside tables as
 * preformatted text, tables with their merged cells, tables inside cells.
 */
export const toTree = (paragraphs: readonly DocParagraph[]): Element =>
  toElement('body', {}, toLevel(paragraphs, 0, false))

/** Paragraphs at a depth of tables; what stands deeper in a row becomes a table. */
function toLevel(paragraphs: readonly DocParagraph[], depth: number, isShaded: boolean): readonly Element[] {
  const level: Element[] = []
  for (let from = 0; from < paragraphs.length; ) {
    const isDeep = (one: DocParagraph | undefined) => one !== undefined && one.look.depth > depth
    let to = from + 1
    while (to < paragraphs.length && isDeep(paragraphs[to]) === isDeep(paragraphs[from])) to++
    const part = paragraphs.slice(from, to)
    if (isDeep(part[0])) level.push(toTable(part, depth + 1))
    else level.push(...(depth > 0 ? toCellLines(part, isShaded) : [toLines(part)]))
    from = to
  }
  return level
}

const toLines = (paragraphs: readonly DocParagraph[]): Element =>
  toElement('pre', {}, trimIndents(paragraphs.map(({ runs }) => textOfRuns(runs)).join('\n')))

function toCellLines(paragraphs: readonly DocParagraph[], isShaded: boolean): readonly Element[] {
  const isDark = isShaded || paragraphs.some(({ look }) => look.isShaded)
  const text = textOfCell(
    paragraphs.map(({ runs }) => runs),
    isDark,
  )
  return text.split('\n').map((line) => toElement('p', {}, line))
}

/** A table out of the paragraphs of its cells; one that ends in the middle of a row keeps what it has. */
function toTable(paragraphs: readonly DocParagraph[], depth: number): Element {
  const rows: Row[] = []
  let cells: DocParagraph[][] = []
  let cell: DocParagraph[] = []
  for (const paragraph of paragraphs) {
    const { look, isCellEnd, isDeleted } = paragraph
    const isOwn = look.depth === depth
    if (isOwn && look.isRowEnd) {
      if (!isDeleted) rows.push(toRow(cells, look, depth))
      cells = []
      cell = []
    } else {
      cell.push(paragraph)
      if (!isOwn || !(depth === 1 ? isCellEnd : look.isInnerCellEnd)) continue
      cells.push(cell)
      cell = []
    }
  }
  if (cells.length > 0 || cell.length > 0) rows.push(toRow([...cells, cell], outside, depth))
  return toElement('table', {}, toRows(rows))
}

/** A row; only its end says whether a colour lies behind its cells. */
const toRow = (cells: readonly (readonly DocParagraph[])[], row: ParagraphLook, depth: number): Row =>
  cells.map((cell, i) => ({ content: toLevel(cell, depth, row.isShaded), look: row.cells[i] }))

/** Edges of columns this near to each other are one: twentieths of a point. */
const near = 20

function toRows(rows: readonly Row[]): readonly Element[] {
  const edges: number[] = []
  const found = new Set(rows.flatMap((row) => row.flatMap(({ look }) => (look ? [look.from, look.to] : []))))
  for (const edge of [...found].sort((a, b) => a - b)) if (edge - (edges.at(-1) ?? -Infinity) > near) edges.push(edge)
  const placed = rows.map((row) => row.flatMap((cell, i) => placeCell(cell, i, row, edges)))
  return placed.map((row, r) =>
    toElement(
      'tr',
      {},
      row.flatMap((cell) => toTd(cell, r, placed)),
    ),
  )
}

interface PlacedCell extends Cell {
  readonly column: number
  readonly span: number
}

/** The place of a cell; what is merged into the cell on its left is part of that. */
function placeCell(cell: Cell, i: number, row: Row, edges: readonly number[]): readonly PlacedCell[] {
  const { look } = cell
  if (!look) return [{ ...cell, column: i, span: 1 }]
  if (look.isMergedLeft) return []
  const next = row.slice(i + 1).findIndex((other) => other.look?.isMergedLeft !== true)
  const last = row[next < 0 ? row.length - 1 : i + next] ?? cell
  const column = indexOf(edges, look.from)
  return [{ ...cell, column, span: Math.max(1, indexOf(edges, last.look?.to ?? look.to) - column) }]
}

const indexOf = (edges: readonly number[], at: number): number =>
  Math.max(
    0,
    edges.findLastIndex((edge) => edge <= at + near / 2),
  )

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
