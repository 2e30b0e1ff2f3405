import { trace } from '../../text/trace.ts'
import { isNoteMark } from '../cell-text.ts'
import type { Glyph } from './page.ts'

/** A piece of a line with nothing wide between its glyphs. */
export interface Piece {
  readonly text: string
  readonly x0: number
  readonly x1: number
}

/** A line of text: its baseline, and its pieces from left to right. */
export interface TextLine {
  readonly y: number
  readonly x0: number
  readonly x1: number
  readonly size: number
  readonly pieces: readonly Piece[]
}

/** Lines of glyphs from the top down; text that runs down comes behind, its columns from right to left. */
export function toTextLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  const isDown = (glyph: Glyph) => glyph.isVertical || glyph.turn !== 0
  const across = groupRows(glyphs.filter((glyph) => !isDown(glyph))).map(toTextLine)
  return [...across, ...toColumns(glyphs.filter(isDown))]
}

/** How far baselines of one line lie apart, in parts of the size. */
const sameLine = 0.4

function groupRows(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const rows: { glyphs: Glyph[]; y: number; size: number }[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const row = rows.at(-1)
    if (row && Math.abs(glyph.y1 - row.y) <= sameLine * Math.max(glyph.size, row.size)) {
      row.y += (glyph.y1 - row.y) / (row.glyphs.length + 1)
      row.size = Math.max(row.size, glyph.size)
      row.glyphs.push(glyph)
    } else rows.push({ glyphs: [glyph], y: glyph.y1, size: glyph.size })
  }
  return rows.map((row) => row.glyphs)
}

function toTextLine(glyphs: readonly Glyph[]): TextLine {
  const sorted = dropNoteMarks([...glyphs].sort((a, b) => a.x0 - b.x0 || a.at - b.at))
  const pieces: { text: string; x0: number; x1: number }[] = []
  let last: Glyph | undefined
  for (const glyph of sorted) {
    const piece = pieces.at(-1)
    const space = last && piece ? spaceBetween(last, glyph) : '\t'
    if (!piece || space === '\t') pieces.push({ text: glyph.text, x0: glyph.x0, x1: glyph.x1 })
    else {
      piece.text += space + glyph.text
      piece.x1 = Math.max(piece.x1, glyph.x1)
    }
    last = glyph
  }
  return {
    y: sorted.reduce((sum, { y1 }) => sum + y1, 0) / Math.max(1, sorted.length),
    x0: pieces[0]?.x0 ?? 0,
    x1: pieces.at(-1)?.x1 ?? 0,
    size: Math.max(...sorted.map(({ size }) => size)),
    pieces,
  }
}

const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/

/** Narrowest blank of any type, in parts of the size; beside Han characters programs leave as much of their own. */
const narrowBlank = 0.2
const narrowBesideHan = 0.45
/** Gap between digits from which on they are two numbers. */
const betweenNumbers = 0.4

/** What stands between two glyphs: nothing, a blank, a tab where the gap is wide, a doubt where one lies over the other. */
function spaceBetween(left: Glyph, right: Glyph): string {
  const gap = right.x0 - left.x1
  const size = Math.max(left.size, right.size)
  const narrow = Math.min(left.x1 - left.x0, right.x1 - right.x0)
  if (-gap > 0.5 * narrow && narrow > 0 && /\d/.test(left.text + right.text)) return trace
  if (gap > size * (han.test(left.text) && han.test(right.text) ? 1.6 : 1)) return '\t'
  if (gap > betweenNumbers * size && /\d/.test(left.text) && /[-\d]/.test(right.text)) return '\t'
  const hanCount = [left, right].filter(({ text }) => han.test(text)).length
  if (hanCount === 2) return ''
  return gap > (hanCount === 1 ? narrowBesideHan : narrowBlank) * size ? ' ' : ''
}

function dropNoteMarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const size = Math.max(...glyphs.map((glyph) => glyph.size))
  const base = Math.max(...glyphs.filter((glyph) => glyph.size === size).map(({ y1 }) => y1))
  const isRaised = (glyph: Glyph) => glyph.size < 0.78 * size && base - glyph.y1 > 0.15 * size
  const raised = glyphs.filter(isRaised)
  if (raised.length === 0 || !isNoteMark(raised.map(({ text }) => text).join(''))) return glyphs
  return glyphs.filter((glyph) => !isRaised(glyph))
}

/** Text from top to bottom, one line for each of its columns. */
function toColumns(glyphs: readonly Glyph[]): readonly TextLine[] {
  const columns: Glyph[][] = []
  const middle = ({ x0, x1 }: Glyph) => (x0 + x1) / 2
  for (const glyph of [...glyphs].sort((a, b) => middle(b) - middle(a))) {
    const first = columns.at(-1)?.[0]
    if (first && Math.abs(middle(first) - middle(glyph)) < 0.5 * glyph.size) columns.at(-1)?.push(glyph)
    else columns.push([glyph])
  }
  return columns.map((column) => {
    // A column of text turned to the left runs upwards.
    const isUp = column.filter(({ turn }) => turn === 3).length * 2 > column.length
    const sorted = column.sort((a, b) => (isUp ? b.y1 - a.y1 : a.y0 - b.y0))
    const [x0, x1] = [Math.min(...column.map((one) => one.x0)), Math.max(...column.map((one) => one.x1))]
    const text = sorted.map((one) => one.text).join('')
    const y = Math.min(...column.map((one) => one.y0))
    return { y, x0, x1, size: column[0]?.size ?? 0, pieces: [{ text, x0, x1 }] }
  })
}

/** Text of a line; wide gaps are blanks. */
export const textOfLine = ({ pieces }: TextLine): string => pieces.map(({ text }) => text).join(' ')

/** Text of several lines; between Han characters a line end says nothing. */
export function joinLines(lines: readonly string[], lineEnd: string): string {
  return lines.reduce((before, line) => {
    const isPlain = han.test(before.slice(-1)) || han.test(line.charAt(0))
    return before === '' ? line : before + (isPlain ? '' : lineEnd) + line
  }, '')
}
