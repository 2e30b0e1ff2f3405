import { trace } from '../../text/trace.ts'
import type { Block, Fragment, ReadDocument } from '../../types.ts'
import { toTextBlocks } from '../text.ts'
import { type FilledGrid, fillCells } from './fill-cells.ts'
import { findFurniture } from './furniture.ts'
import { findGrids } from './grid.ts'
import { toWords } from './join-glyphs.ts'
import { alignColumns } from './no-rules.ts'
import { openPages } from './open.ts'
import type { PdfPage } from './page.ts'
import { findReach, type PlacedLine, toParagraphs } from './paragraphs.ts'
import { checkText, findPicturePages } from './picture-pages.ts'
import { keepShown } from './shown.ts'
import { joinTables, type PlacedTable } from './span-pages.ts'
import { splitSheet } from './split-sheet.ts'
import { type TextLine, textOfLine, toTextLines } from './text-lines.ts'
import { toRows } from './to-rows.ts'
import { toUpright } from './upright.ts'

/**
 * Reads a PDF that holds text: what is painted, page by page, becomes cells where lines draw a grid, and paragraphs
 * elsewhere.
 *
 * @throws {Unreadable} `no_text` where the pages are pictures, `encrypted`, `damaged` or `limit_exceeded`
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pages = (await openPages(bytes)).map((page) => keepShown(toUpright(page)))
  checkText(pages)
  return { blocks: toBlocks(pages), metadata: [], attachments: [], pictures: findPicturePages(pages) }
}

/** What stands on a page: its tables, and the lines outside them. */
interface PageContent {
  /** Number of its sheet, from 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly tables: readonly FilledGrid[]
  readonly lines: readonly TextLine[]
}

/** Blocks of pages in reading order; offsets count in the text of the blocks joined by line ends. */
export function toBlocks(pages: readonly PdfPage[]): readonly Block[] {
  const contents = pages.flatMap((page, i) => splitSheet(page).map((half) => readPage(half, i + 1)))
  const furniture = findFurniture(contents)
  const items = contents.flatMap((content, i) => toItems(content, i, furniture))
  return placeBlocks([...joinItems(items).flatMap(toItemBlocks), ...toFurniture(contents, furniture)])
}

/** Lines this near to each other are the edge of one row, in points, however large the type is. */
const highestEdge = 6

function readPage(page: PdfPage, number: number): PageContent {
  const lowest = page.glyphs.reduce((least, { size }) => Math.min(least, size), highestEdge)
  const { tables, free } = fillCells(findGrids(page.rules, lowest), toWords(page.glyphs), page.pictures)
  const lines = toTextLines(free.filter(({ text }) => text !== trace))
  return { page: number, width: page.width, height: page.height, tables, lines }
}

/** A table, or lines that stand below each other, possibly over several pages. */
type Item =
  | { readonly kind: 'table'; readonly table: PlacedTable; readonly lastAt: number }
  | { readonly kind: 'lines'; readonly lines: PlacedLine[] }

/** @param at place among the pages, of which a sheet may hold two */
function toItems(content: PageContent, at: number, furniture: ReadonlySet<TextLine>): readonly Item[] {
  const { page } = content
  const { left, right } = findReach(content.lines, content.width)
  const lines = alignColumns(content.lines.filter((line) => !furniture.has(line)))
  const items = [
    ...lines.map((line): { y: number; item: Item } => ({
      y: line.y,
      item: { kind: 'lines', lines: [{ line, page, left, right }] },
    })),
    ...content.tables.map((table): { y: number; item: Item } => ({
      y: table.y0,
      item: { kind: 'table', table: toPlaced(table, page), lastAt: at },
    })),
  ]
  return items.sort((a, b) => a.y - b.y).map(({ item }) => item)
}

const toPlaced = ({ columns, rows, cells, isOpenAbove, isOpenBelow }: FilledGrid, page: number): PlacedTable => ({
  columns,
  rowCount: rows.length - 1,
  cells: cells.map(({ row, column, rowSpan, colSpan, text, isPartial }) => ({
    row,
    column,
    rowSpan,
    colSpan,
    text,
    isPartial,
    page,
  })),
  isOpenAbove,
  isOpenBelow,
})

/** Lines next to lines are one item; so are a table at the foot of a page and one of the same columns on the next. */
function joinItems(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const last = joined.at(-1)
    const both = last && joinTwo(last, item)
    if (both) joined[joined.length - 1] = both
    else joined.push(item)
  }
  return joined
}

function joinTwo(last: Item, next: Item): Item | undefined {
  if (last.kind === 'lines' && next.kind === 'lines') {
    last.lines.push(...next.lines)
    return last
  }
  if (last.kind !== 'table' || next.kind !== 'table' || next.lastAt !== last.lastAt + 1) return undefined
  const table = joinTables(last.table, next.table)
  return table && { kind: 'table', table, lastAt: next.lastAt }
}

function toItemBlocks(item: Item): readonly Block[] {
  if (item.kind === 'table') return [{ kind: 'table', rows: toRows(item.table) }]
  const paragraphs = toParagraphs(item.lines)
  let offset = 0
  const starts = paragraphs.map(({ text, page }) => {
    offset += text.length + 1
    return { offset: offset - text.length - 1, page }
  })
  let at = 0 // blocks come in the order of the paragraphs
  const withPage = <T extends Fragment>(one: T): T => {
    while ((starts[at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= one.offset) at++
    return { ...one, page: starts[at]?.page ?? 1 }
  }
  return toTextBlocks(paragraphs.map(({ text }) => text).join('\n')).map((block) =>
    block.kind === 'paragraph' ? withPage(block) : { ...block, rows: block.rows.map((row) => row.map(withPage)) },
  )
}

/** What is left out of the margins, behind all else: it is counted among the repairs and published nowhere. */
const toFurniture = (contents: readonly PageContent[], furniture: ReadonlySet<TextLine>): readonly Block[] =>
  contents.flatMap(({ lines, page }) =>
    lines
      .filter((line) => furniture.has(line))
      .map((line) => ({ kind: 'paragraph', text: textOfLine(line), offset: 0, page, isFurniture: true }) as const),
  )

function placeBlocks(blocks: readonly Block[]): readonly Block[] {
  let offset = 0
  const place = <T extends { readonly text: string }>(one: T): T & { readonly offset: number } => {
    const placed = { ...one, offset }
    offset += one.text.length + 1
    return placed
  }
  return blocks.map((block) =>
    block.kind === 'paragraph' ? place(block) : { ...block, rows: block.rows.map((row) => row.map(place)) },
  )
}
