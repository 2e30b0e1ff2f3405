import { withoutTraces } from '../cell-text.ts'
import type { CellLook } from './looks.ts'
import type { DocParagraph } from './paragraphs.ts'

interface Cell {
  readonly look: CellLook | undefined
  readonly html: string
}

type Row = readonly Cell[]

/**
 * The paragraphs as a page, so that one walk reads the tables of all formats: lines outside tables as preformatted text,
 * tables with their merged cells, tables inside cells.
 */
export const toHtml = (paragraphs: readonly DocParagraph[]): string => toLevel(paragraphs, 0)

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Paragraphs at a depth of tables; what stands deeper in a row becomes a table. */
function toLevel(paragraphs: readonly DocParagraph[], depth: number): string {
  let html = ''
  for (let from = 0; from < paragraphs.length; ) {
    const isDeep = (one: DocParagraph | undefined) => one !== undefined && one.look.depth > depth
    let to = from + 1
    while (to < paragraphs.length && isDeep(paragraphs[to]) === isDeep(paragraphs[from])) to++
    const part = paragraphs.slice(from, to)
    html += isDeep(part[0]) ? toTable(part, depth + 1) : toLines(part, depth)
    from = to
  }
  return html
}

function toLines(paragraphs: readonly DocParagraph[], depth: number): string {
  if (depth > 0) {
    const text = paragraphs.map((one) => one.text).join('\n')
    return text
      .split('\n')
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('')
  }
  const lines = paragraphs.map((one) => escapeHtml(withoutTraces(one.text)))
  return `<pre>\n${lines.join('\n')}</pre>`
}

/** A table out of the paragraphs of its cells; one that ends in the middle of a row keeps what it has. */
function toTable(paragraphs: readonly DocParagraph[], depth: number): string {
  const rows: Row[] = []
  let texts: string[] = []
  let cell: DocParagraph[] = []
  for (const paragraph of paragraphs) {
    const isOwn = paragraph.look.depth === depth
    if (isOwn && paragraph.look.isRowEnd) {
      if (!paragraph.isDeleted) rows.push(toRow(texts, paragraph.look.cells))
      texts = []
      cell = []
    } else {
      cell.push(paragraph)
      if (isOwn && (depth === 1 ? paragraph.isCellEnd : paragraph.look.isInnerCellEnd)) {
        texts.push(toLevel(cell, depth))
        cell = []
      }
    }
  }
  if (texts.length > 0 || cell.length > 0) rows.push(toRow([...texts, toLevel(cell, depth)], []))
  return `<table>${toRows(rows)}</table>`
}

const toRow = (texts: readonly string[], looks: readonly CellLook[]): Row =>
  texts.map((html, i) => ({ html, look: looks[i] }))

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
