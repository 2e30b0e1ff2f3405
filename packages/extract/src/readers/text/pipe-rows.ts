import type { SourceCell } from '../../types.ts'

/** What one pipe closes: a cell, or a place that fills up the row. */
export interface PipeCell extends SourceCell {
  readonly isFilling: boolean
  /** A pipe in front of the text on the same line says that a row begins. */
  readonly opensRow: boolean
  /** The last of the filling pipes; nothing of the row comes after them. */
  readonly closesRow: boolean
}

export type Row = readonly PipeCell[]

/** More places than a row of any form has. */
const mostPlaces = 40
/** Share of the stretches between filling pipes that the width of the table has to divide. */
const mostly = 0.6
/** Of widths that divide nearly as many, the largest is taken: what divides it divides them, too. */
const nearly = 0.8
/** A figure, a mark for none, a number with its unit; anything with more words is a text. */
const figure = /^[^\p{L}]*(?:[\d/／∕—–-][^\p{L}]*(?:亿?万?元|件|宗|个|项|条|次|批次|人次|份)?|无|零)$/u

/** A longer text is no figure. */
const longestFigure = 80
const isFigure = (text: string): boolean => text.length <= longestFigure && figure.test(text)

/** Fewest places of a row that is wide. */
const fewestPlaces = 5

/** What speaks against a row; a row in order costs nothing. */
const costs = { otherWidth: 2, textBehindFigure: 3, figureInFront: 2 } as const

/**
 * Cuts the cells of a table into rows. Filling pipes close a row; between them the width of the table says where rows end.
 *
 * @returns rows without the filling; a text before nothing but filling keeps it, as a row of empty cells; one cell a
 * row where nothing tells the rows apart
 */
export function cutRows(cells: readonly PipeCell[]): readonly (readonly SourceCell[])[] {
  const stretches = toStretches(cells)
  const width = stretches.length > 1 ? findWidth(stretches) : undefined
  const rows = stretches.flatMap((stretch) => (width === undefined ? [stretch] : cutStretch(stretch, width)))
  return rows.length < 2
    ? cells.filter((cell) => !cell.isFilling).map((cell) => [toSource(cell)])
    : withoutPlaceholders(rows)
}

/** The filling behind a row of a line: `行政许可 | 5 | ||`. */
export const fillingBehind = /\|\s+(\|{2,})\s*$/

/** A row of a line with its filling, of which every pipe is a place. */
export function withFilling(cells: readonly SourceCell[], count: number): Row {
  const end = { text: '', offset: cells.at(-1)?.offset ?? 0, colSpan: 1, rowSpan: 1 }
  const filling = Array.from({ length: count }, () => end)
  return [...cells, ...filling].map((cell, i) => ({
    ...cell,
    isFilling: i >= cells.length,
    opensRow: false,
    closesRow: false,
  }))
}

/** Rows without the pipe that opens each, and without the filling; the row of one text keeps it. */
export function withoutPlaceholders(rows: readonly Row[]): readonly (readonly SourceCell[])[] {
  const isOpened = rows.every(([first]) => first?.text === '' && !first.isFilling)
  const own = isOpened ? rows.map((row) => row.slice(1)) : rows
  const firstOfSeveral = own.findIndex((row) => row.filter(({ text }) => text !== '').length > 1)
  const places = findPlaces(own)
  return own
    .map((row, i) => (firstOfSeveral >= 0 && i > firstOfSeveral && isBlankRow(row) ? row : withoutFilling(row, places)))
    .filter((row) => row.length > 0)
    .map((row) => row.map(toSource))
}

/** Cells up to filling pipes, or up to a pipe that opens a row. */
function toStretches(cells: readonly PipeCell[]): readonly Row[] {
  const stretches: PipeCell[][] = [[]]
  for (const cell of cells) {
    if (cell.opensRow && stretches.at(-1)?.length) stretches.push([])
    stretches.at(-1)?.push(cell)
    if (cell.closesRow) stretches.push([])
  }
  return stretches.filter((stretch) => stretch.length > 0)
}

/**
 * Width of the table: the number that divides most stretches, as each of them is some whole rows.
 * Undefined where pipes only mark the ends of rows, and where the stretches have no width in common.
 */
function findWidth(stretches: readonly Row[]): number | undefined {
  const closed = stretches.filter((stretch) => stretch.at(-1)?.closesRow)
  const fillings = closed.map((stretch) => stretch.filter((cell) => cell.isFilling).length).toSorted((a, b) => a - b)
  const least = (fillings[Math.floor(fillings.length / 2)] ?? 0) + 1
  if ((fillings.at(-1) ?? 0) < 2) return undefined
  const holding = (width: number) => closed.filter((stretch) => stretch.length % width === 0).length
  const widths = [...new Set(closed.flatMap(({ length }) => divisors(length)))].filter(
    (width) => width >= least && width <= mostPlaces,
  )
  const most = Math.max(0, ...widths.map(holding))
  if (most < closed.length * mostly) return undefined
  return widths.filter((width) => holding(width) >= most * nearly).toSorted((a, b) => b - a)[0]
}

const divisors = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i + 1).filter((width) => count % width === 0)

interface Cut {
  readonly cost: number
  readonly from: number
}

/** The cut of a stretch into rows against which least speaks. */
function cutStretch(stretch: Row, width: number): readonly Row[] {
  const kinds = stretch.map(({ text }) => (text === '' ? 'empty' : isFigure(text) ? 'figure' : 'text'))
  const best: Cut[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= stretch.length; to++) best.push(findCut(kinds, best, to, width))
  const rows: Row[] = []
  for (let to = stretch.length; to > 0; to = best[to]?.from ?? 0) rows.push(stretch.slice(best[to]?.from ?? 0, to))
  return rows.reverse()
}

/** The best row that ends before a place: it grows towards the front, and what speaks against it is counted along. */
function findCut(kinds: readonly string[], best: readonly Cut[], to: number, width: number): Cut {
  let found: Cut = { cost: Number.POSITIVE_INFINITY, from: 0 }
  let texts = 0
  let textsBehind = 0
  let first = 'empty'
  for (let from = to - 1; from >= Math.max(0, to - 2 * width); from--) {
    const kind = kinds[from] ?? 'empty'
    if (kind !== 'empty') first = kind
    if (kind === 'text') texts++
    if (kind === 'figure') textsBehind = texts
    const cost =
      (best[from]?.cost ?? 0) +
      (to - from === width ? 0 : costs.otherWidth) +
      textsBehind * costs.textBehindFigure +
      (first === 'text' ? 0 : costs.figureInFront)
    if (cost < found.cost) found = { cost, from }
  }
  return found
}

/** Whether a row of the table is a text and filling alone, and neither a date nor a sentence. */
const isBlankRow = (row: Row): boolean =>
  row.length > 1 && row.slice(1).every(({ isFilling }) => isFilling) && !/\d{4}|。/.test(row[0]?.text ?? '')

/** How many places most rows have behind their label, empty ones included. */
function findPlaces(rows: readonly Row[]): number {
  const counts = Map.groupBy(rows.map(countPlaces), (count) => count)
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return most?.[0] ?? 0
}

const countPlaces = (row: Row): number => {
  const own = row.filter(({ isFilling }) => !isFilling)
  return own.length - 1 - own.findLastIndex(({ text }) => text !== '' && !isFigure(text))
}

/** Without filling, of which one lone pipe looks like an empty cell: it is one too many in a wide row. */
function withoutFilling(row: Row, places: number): Row {
  const own = row.filter(({ isFilling }) => !isFilling)
  const isOneTooMany = places >= fewestPlaces && countPlaces(row) === places + 1 && own.at(-1)?.text === ''
  return isOneTooMany ? own.slice(0, -1) : own
}

const toSource = ({ text, offset }: PipeCell): SourceCell => ({ text, offset, colSpan: 1, rowSpan: 1 })
