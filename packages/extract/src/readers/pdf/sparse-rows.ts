import { widths } from '../text/aligned.ts'
import { isSectionHeading } from '../text/pipe-tables.ts'
import { type Piece, type TextLine, textOfLine } from './text-lines.ts'

/** A column as the numbers in it show it. */
interface Column {
  readonly x0: number
  readonly x1: number
}

/** A number, or a stroke in place of one. */
const number = /^(?:[+-]?\d[\d,.]*|[/／∕—–-])$/
/** Rows that have to add up, and their share of those that could. */
const fewestSums = 2
const mostly = 0.8

/**
 * Rows of a table without rules, many cells of which are empty, so that hardly a row is full. The numbers of all rows
 * together show the columns; they are believed where they are as many as a form has, and the rows add up by them.
 *
 * @returns the lines, rows with an empty piece at each place that they leave blank
 */
export function placeNumbers(lines: readonly TextLine[]): readonly TextLine[] {
  const placed: TextLine[] = []
  for (let from = 0; from < lines.length; ) {
    const next = lines.findIndex((line, i) => i > from && isSectionHeading(textOfLine(line)))
    const to = next < 0 ? lines.length : next
    placed.push(...placeRows(lines.slice(from, to)))
    from = to
  }
  return placed
}

function placeRows(lines: readonly TextLine[]): readonly TextLine[] {
  const columns = findColumns(lines.flatMap(numbersOf))
  if (!widths.includes(columns.length)) return lines
  const rows = new Map(lines.map((line) => [line, toRow(line, columns)]))
  const sums = [...rows.values()].flatMap((row) => (row ? addsUp(row.slice(-columns.length)) : []))
  const holding = sums.filter((holds) => holds).length
  if (holding < fewestSums || holding < sums.length * mostly) return lines
  return lines.map((line) => ({ ...line, pieces: rows.get(line) ?? line.pieces }))
}

/** The numbers at the end of a line. */
const numbersOf = ({ pieces }: TextLine): readonly Piece[] =>
  pieces
    .slice(pieces.findLastIndex(({ text }) => text !== '' && !number.test(text)) + 1)
    .filter(({ text }) => text !== '')

/** Columns from left to right: numbers that stand over each other are in one. */
function findColumns(numbers: readonly Piece[]): readonly Column[] {
  const columns: Column[] = []
  for (const { x0, x1 } of numbers.toSorted((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1)
    if (last && x0 < last.x1) columns[columns.length - 1] = { x0: last.x0, x1: Math.max(last.x1, x1) }
    else columns.push({ x0, x1 })
  }
  return columns
}

const numeral = /^\s*[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]/

/** Whether the last label of a line begins on it: the end of another one may belong to the rows above and below. */
export const opensLabel = (labels: readonly Piece[]): boolean => numeral.test(labels.at(-1)?.text ?? '')

/** The labels of a line and a piece for each column; undefined for a line without a number or a label of its own. */
function toRow(line: TextLine, columns: readonly Column[]): readonly Piece[] | undefined {
  const numbers = numbersOf(line)
  const labels = line.pieces
    .filter(({ text }) => text !== '')
    .slice(0, numbers.length > 0 ? -numbers.length : undefined)
  if (numbers.length === 0 || !opensLabel(labels)) return undefined
  const cells = columns.map(({ x0, x1 }) => numbers.find((one) => one.x0 >= x0 && one.x1 <= x1) ?? { text: '', x0, x1 })
  return [...labels, ...cells]
}

/** Whether the numbers of a row add up to the last of them; nothing where that says nothing. */
function addsUp(cells: readonly Piece[]): readonly boolean[] {
  const values = cells.map(({ text }) => Number(text.replaceAll(',', '')) || 0)
  const total = values.at(-1) ?? 0
  const sum = values.slice(0, -1).reduce((before, value) => before + value, 0)
  return sum === 0 && total === 0 ? [] : [sum === total]
}
