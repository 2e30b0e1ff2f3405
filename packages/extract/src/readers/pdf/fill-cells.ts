import { trace } from '../../text/trace.ts'
import { lineEnd, toCellText, withoutTraces } from '../cell-text.ts'
import type { Grid, GridCell } from './cells.ts'
import type { Word } from './join-glyphs.ts'
import { type Box, type Glyph, middleOf, type Picture } from './page.ts'
import { joinLines, textOfLine, toTextLines } from './text-lines.ts'

/** A cell with the text that stands in it. */
export interface FilledCell extends GridCell {
  readonly text: string
  readonly glyphs: readonly Glyph[]
  /** A digit that nobody sees was left out beside what is seen. */
  readonly isPartial: boolean
}

/** A table of a page. */
export interface FilledGrid extends Omit<Grid, 'cells'> {
  readonly cells: readonly FilledCell[]
}

/** Share of a word that may leave its cell. */
const mostOutside = 0.3

/**
 * Puts words into the cells that hold them. A number is never cut: it stands in the cell of its middle, and where much of
 * it lies outside, that cell and those it reaches into are in doubt.
 *
 * @param pictures what stands in a cell beside its text: it may be a number, or a part of one
 * @returns the filled tables, and the glyphs that stand in none
 */
export function fillCells(
  grids: readonly Grid[],
  words: readonly Word[],
  pictures: readonly Picture[],
): { readonly tables: readonly FilledGrid[]; readonly free: readonly Glyph[] } {
  const content = new Map<GridCell, Glyph[]>()
  const free: Glyph[] = []
  const put = (cell: GridCell | undefined, glyphs: readonly Glyph[]) => {
    if (cell === undefined) free.push(...glyphs)
    else {
      const list = content.get(cell) ?? []
      list.push(...glyphs)
      content.set(cell, list)
    }
  }
  const find = toFinder(grids)
  for (const word of words) {
    const cell = find(...middleOf(word))
    const isLeaving = cell !== undefined && shareOutside(word, cell) > mostOutside
    if (!isLeaving) put(cell, word.glyphs)
    else if (!word.isNumber) for (const glyph of word.glyphs) put(find(...middleOf(glyph)), [glyph])
    else {
      put(cell, [...word.glyphs, ...doubt(word)])
      for (const other of neighbours(word, find)) if (other !== cell) put(other, doubt(word))
    }
  }
  for (const picture of pictures) {
    const cell = find(...middleOf(picture))
    if (cell && isSign(picture, cell, content.get(cell) ?? [])) put(cell, [toSign(picture)])
  }
  const tables = grids.map((grid) => ({
    ...grid,
    cells: grid.cells.map((cell) => {
      const all = content.get(cell) ?? []
      const seen = all.filter(({ isUnpainted }) => !isUnpainted)
      const glyphs = seen.length > 0 ? seen : all
      return { ...cell, glyphs, text: toText(glyphs), isPartial: glyphs.length < all.length }
    }),
  }))
  return { tables, free }
}

/** How much higher than type a picture may be that is a sign of it. */
const highest = 2

/** Whether a picture may be what a cell says: it lies in it, and is not much higher than the type beside it. */
function isSign(picture: Picture, cell: GridCell, glyphs: readonly Glyph[]): boolean {
  const isWithin =
    picture.x0 > cell.x0 - 2 && picture.x1 < cell.x1 + 2 && picture.y0 > cell.y0 - 2 && picture.y1 < cell.y1 + 2
  const size = Math.max(0, ...glyphs.map((glyph) => glyph.size))
  return isWithin && (size === 0 || picture.y1 - picture.y0 < highest * size)
}

const toSign = (picture: Picture): Glyph => ({
  ...picture,
  text: trace,
  size: picture.y1 - picture.y0,
  turn: 0,
  isVertical: false,
  isUnpainted: false,
  lightness: 0,
})

function shareOutside({ x0, x1 }: Box, cell: Box): number {
  const outside = Math.max(0, cell.x0 - x0) + Math.max(0, x1 - cell.x1)
  return outside / Math.max(0.1, x1 - x0)
}

/** The cells below the ends of a word. */
function neighbours({ x0, x1, y0, y1 }: Word, find: Finder): readonly GridCell[] {
  const y = (y0 + y1) / 2
  return [find(x0, y), find(x1, y)].filter((cell) => cell !== undefined)
}

const doubt = ({ glyphs }: Word): readonly Glyph[] => glyphs.slice(-1).map((glyph) => ({ ...glyph, text: trace }))

type Finder = (x: number, y: number) => GridCell | undefined

/** Finds the narrowest cell at a place. */
function toFinder(grids: readonly Grid[]): Finder {
  const places = grids.map((grid) => ({ grid, cells: toPlaces(grid) }))
  return (x, y) => {
    let found: GridCell | undefined
    for (const { grid, cells } of places) {
      const [row, column] = [indexOf(grid.rows, y), indexOf(grid.columns, x)]
      const cell = row === undefined || column === undefined ? undefined : cells[row]?.[column]
      if (cell && (!found || cell.x1 - cell.x0 < found.x1 - found.x0)) found = cell
    }
    return found
  }
}

/** The cell at each row and column. */
function toPlaces(grid: Grid): readonly (readonly (GridCell | undefined)[])[] {
  const places: (GridCell | undefined)[][] = grid.rows.map(() => [])
  for (const cell of grid.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      const row = places[r]
      for (let c = cell.column; row && c < cell.column + cell.colSpan; c++) row[c] = cell
    }
  }
  return places
}

/** Between which edges a place lies; a point beyond the outer ones still counts. */
function indexOf(edges: readonly number[], at: number): number | undefined {
  if (at < (edges[0] ?? 0) - 1 || at > (edges.at(-1) ?? 0) + 1) return undefined
  const next = edges.findIndex((edge) => edge > at)
  return next < 0 ? edges.length - 2 : Math.max(0, next - 1)
}

/** Text of a cell. Signs of doubt count beside numbers and in empty cells; a label is none of these. */
function toText(glyphs: readonly Glyph[]): string {
  const text = toCellText(joinLines(toTextLines(glyphs).map(textOfLine), lineEnd))
  if (!text.includes(trace)) return text
  const bare = withoutTraces(text).trim()
  return /\p{Script=Han}/u.test(bare) ? bare : bare + trace
}
