import { toEditions, toRowWidth } from '@gongkai/schema'
import type { SourceCell } from '../../types.ts'

/** A line of text and its offset in the source. */
export interface TextLine {
  readonly text: string
  readonly offset: number
}

/** A table of which only the places on the line tell the columns: its first line, the line after it, and its rows. */
export interface AlignedTable {
  readonly from: number
  readonly next: number
  readonly rows: readonly (readonly SourceCell[])[]
}

interface Numbers {
  readonly label: TextLine
  readonly cells: readonly TextLine[]
}

/** Numbers of a full row, by edition: 表三 alone has rows so wide that empty cells lose their place. */
export const widths: readonly number[] = [...new Set(toEditions('requests').map(toRowWidth))]
/** Fewest full rows from which the columns are taken. */
const fewestFull = 2
/** Widest scatter of a column, in characters, from its middle. */
const mostScatter = 3
/** Least distance of two columns; numbers with a single space between them tell nothing by their place. */
const leastApart = 3

/**
 * Finds a table as wide as a form, printed by place, as text from a PDF has it, in which some cells are empty: full rows
 * say where the columns are, rows with fewer numbers are read by them. Undefined where every row is full, for then the
 * order of the numbers says it all, and where the columns do not stand apart.
 */
export function findAligned(lines: readonly TextLine[]): AlignedTable | undefined {
  const numbers = lines.map(toNumbers)
  for (const width of widths) {
    const found = findOfWidth(lines, numbers, width)
    if (found) return found
  }
  return undefined
}

function findOfWidth(lines: readonly TextLine[], numbers: readonly Numbers[], width: number): AlignedTable | undefined {
  const full = numbers.flatMap((row, i) => (row.cells.length === width ? [i] : []))
  const [first, last] = [full[0], full.at(-1)]
  if (first === undefined || last === undefined || full.length < fewestFull) return undefined
  const middles = [widthOfHan, () => 1]
    .map((han) => toMiddles(numbers, full, lines, han))
    .find((found) => found !== undefined)
  if (!middles) return undefined
  const to = findEnd(numbers, last + 1)
  const rows = numbers.slice(first, to).map((row, i) => toRow(row, lines[first + i], middles))
  const isSparse = rows.some((row) => row.some((cell) => cell.text === ''))
  return isSparse
    ? { from: first, next: to, rows: rows.filter((row) => row.some((cell) => cell.text !== '')) }
    : undefined
}

/** Most characters of a row as a page holds it. */
const longestRow = 500
/** A number, also one with a slip in it, or a stroke. */
const printed = /\d(?:[\d,.]|[。；，;:：、](?=\d))*|[/／∕⁄—–-]/
const everyPrinted = new RegExp(printed, 'g')
const trailing = new RegExp(`(?:^|\\s)((?:${printed.source})(?:\\s+(?:${printed.source}))*)\\s*$`)
/** A sign in front of the numbers that is no end of a label: what stands there may be a number, too. */
const unread = /[\d?？,.，。；;:：、%％]\s*$/

/** The numbers at the end of a line, and the text before them. */
function toNumbers(line: TextLine): Numbers {
  const match = line.text.length > longestRow || /[\t|]/.test(line.text) ? null : trailing.exec(line.text)
  if (!match?.[1]) return { label: line, cells: [] }
  const start = match.index + match[0].indexOf(match[1])
  if (unread.test(line.text.slice(0, start))) return { label: line, cells: [] }
  const cells = [...match[1].matchAll(everyPrinted)].map((found) => ({
    text: found[0],
    offset: line.offset + start + found.index,
  }))
  return { label: { text: line.text.slice(0, start), offset: line.offset }, cells }
}

const widthOfHan = (sign: string): number => (sign.charCodeAt(0) > 255 ? 2 : 1)

/** How wide characters are counted, and the middle of each column. */
interface Middles {
  readonly han: (sign: string) => number
  readonly columns: readonly number[]
}

function middleOf(cell: TextLine, line: TextLine, han: Middles['han']): number {
  const before = line.text.slice(0, cell.offset - line.offset)
  return [...before].reduce((sum, sign) => sum + han(sign), 0) + cell.text.length / 2
}

function toMiddles(
  numbers: readonly Numbers[],
  full: readonly number[],
  lines: readonly TextLine[],
  han: Middles['han'],
): Middles | undefined {
  const places = full.map((i) => {
    const line = lines[i]
    return line ? (numbers[i]?.cells.map((cell) => middleOf(cell, line, han)) ?? []) : []
  })
  const columns = Array.from(
    { length: places[0]?.length ?? 0 },
    (_, c) => places.reduce((sum, row) => sum + (row[c] ?? 0), 0) / full.length,
  )
  const isTight = places.every((row) => row.every((place, c) => Math.abs(place - (columns[c] ?? 0)) <= mostScatter))
  const isApart = columns.every((place, c) => c === 0 || place - (columns[c - 1] ?? 0) >= leastApart)
  return isTight && isApart ? { han, columns } : undefined
}

/** The table goes on while there are numbers or short pieces of labels. */
function findEnd(numbers: readonly Numbers[], from: number): number {
  const rest = numbers.slice(from).findIndex(({ label }) => /行政复议|[。；]|^\s*五、/.test(label.text))
  const end = rest < 0 ? numbers.length : from + rest
  const lastNumbers = numbers.slice(from, end).findLastIndex((row) => row.cells.length > 0)
  return from + lastNumbers + 1
}

const toCell = (line: TextLine): SourceCell => {
  const lead = line.text.length - line.text.trimStart().length
  return { text: line.text.trim(), offset: line.offset + lead, colSpan: 1, rowSpan: 1 }
}

/** Label and one cell for each column; a line that has no numbers, or numbers that fit no column, is a row of its one text. */
function toRow(row: Numbers, line: TextLine | undefined, middles: Middles): readonly SourceCell[] {
  if (!line) return []
  const columns = row.cells.map((cell) => columnOf(middleOf(cell, line, middles.han), middles.columns))
  const isFitting = columns.every((column, i) => column >= 0 && column > (columns[i - 1] ?? -1))
  if (row.cells.length === 0 || !isFitting) return toLabels(line)
  const end = { text: '', offset: line.offset + line.text.length }
  const placed = Array.from({ length: middles.columns.length }, (_, c) => toCell(row.cells[columns.indexOf(c)] ?? end))
  return [...toLabels(row.label), ...placed]
}

/** Labels side by side are cells of their own. */
const toLabels = ({ text, offset }: TextLine): readonly SourceCell[] =>
  [...text.matchAll(/\S+(?:\s\S+)*/g)].map((match) => toCell({ text: match[0], offset: offset + match.index }))

/** The column whose middle is nearest and near enough. */
function columnOf(place: number, columns: readonly number[]): number {
  const distances = columns.map((column) => Math.abs(column - place))
  const nearest = distances.indexOf(Math.min(...distances))
  return (distances[nearest] ?? Number.POSITIVE_INFINITY) <= mostScatter + 1 ? nearest : -1
}
