import { type CellLook, outside, type ParagraphLook } from './paragraph-looks.ts'
import type { DocParagraph } from './paragraphs.ts'
import { textOfCell, textOfRuns } from './printed.ts'

interface Cell {
  readonly look: CellLook | undefined
  readonly html: string
}

type Row = readonly Cell[]

/**
 * The paragraphs as a page, so that one walk reads the tables of all formats: lines outside tables as preformatted text,
 * tables with their merged cells, tables inside cells.
 */
export const toHtml = (paragraphs: readonly DocParagraph[]): string => toLevel(paragraphs, 0, false)

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Paragraphs at a depth of tables; what stands deeper in a row becomes a table. */
function toLevel(paragraphs: readonly DocParagraph[], depth: number, isShaded: boolean): string {
  let html = ''
  for (let from = 0; from < paragraphs.length; ) {
    const isDeep = (one: DocParagraph | undefined) => one !== undefined && one.look.depth > depth
    let to = from + 1
    while (to < paragraphs.length && isDeep(paragraphs[to]) === isDeep(paragraphs[from])) to++
    const part = paragraphs.slice(from, to)
    html += isDeep(part[0]) ? toTable(part, depth + 1) : depth > 0 ? toCellLines(part, isShaded) : toLines(part)
    from = to
  }
  return html
}

const toLines = (paragraphs: readonly DocParagraph[]): string =>
  `<pre>\n${paragraphs.map(({ runs }) => escapeHtml(textOfRuns(runs))).join('\n')}</pre>`

function toCellLines(paragraphs: readonly DocParagraph[], isShaded: boolean): string {
  const isDark = isShaded || paragraphs.some(({ look }) => look.isShaded)
  const text = textOfCell(
    paragraphs.map(({ runs }) => runs),
    isDark,
  )
  return text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
}

/** A table out of the paragraphs of its cells; one that ends in the middle of a row keeps what it has. */
function toTable(paragraphs: readonly DocParagraph[], depth: number): string {
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
  return `<table>${toRows(rows)}</table>`
}

/** A row; only its end says whether a colour lies behind its cells. */
const toRow = (cells: readonly (readonly DocParagraph[])[], row: ParagraphLook, depth: number): Row =>
  cells.map((cell, i) => ({ html: toLevel(cell, depth, row.isShaded), look: row.cells[i] }))

/** Edges of columns this near to each other are one: twentieths of a point. */
const near = 20

function toRows(rows: readonly Row[]): string {
  const edges: number[] = []
  const found = rows.flatMap((row) => row.flatMap(({ look }) => (look ? [look.from, look.to] : [])))
  for (const edge of found.sort((a, b) => a - b)) if (edge - (edges.at(-1) ?? -Infinity) > near) edges.push(edge)
  const placed = rows.map((row) => row.flatMap((cell, i) => placeCell(cell, i, row, edges)))
  return placed.map((row, r) => `<tr>${row.map((cell) => toTd(cell, r, placed)).join('')}</tr>`).join('')
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

function toTd({ look, html, column, span }: PlacedCell, r: number, rows: readonly (readonly PlacedCell[])[]): string {
  if (look?.merge === 'above' && r > 0) return ''
  const below = rows.slice(r + 1)
  const goesOn = (row: readonly PlacedCell[]) =>
    row.some((other) => other.column === column && other.look?.merge === 'above')
  const end = look?.merge === 'first' ? below.findIndex((row) => !goesOn(row)) : 0
  const rowSpan = 1 + (end < 0 ? below.length : end)
  return `<td colspan="${span}" rowspan="${rowSpan}">${html}</td>`
}
