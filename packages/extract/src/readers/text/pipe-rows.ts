import type { SourceCell } from '../../types.ts'

/** What one pipe closes: a cell, or a place that fills up the row. */
export interface PipeCell extends SourceCell {
  readonly isFilling: boolean
  /** A pipe in front of the text on the same line says that a row begins. */
  readonly opensRow: boolean
  /** The last of the filling pipes; nothing of the row comes after them. */
  readonly closesRow: boolean
}

type Row = readonly PipeCell[]

/** More places than a row of any form has. */
const mostPlaces = 40
/** Share of the stretches between filling pipes that the width of the table has to divide. */
const mostly = 0.6
/** A figure, a mark for none, a number with its unit; anything with more words is a text. */
const figure = /^[^\p{L}]*(?:[\d/／∕—–-][^\p{L}]*(?:亿?万?元|件|宗|个|项|条|次|批次|人次|份)?|无|零)$/u

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
  if (rows.length < 2) return cells.filter((cell) => !cell.isFilling).map((cell) => [toSource(cell)])
  const isOpened = rows.every(([first]) => first?.text === '' && !first.isFilling)
  const own = isOpened ? rows.map((row) => row.slice(1)) : rows
  return own.map((row, i) => withoutFilling(row, own[i - 1])).filter((row) => row.length > 0)
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
 * Width of the table: the largest number that divides most stretches, as each of them is some whole rows.
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
  const [best] = widths.toSorted((a, b) => holding(b) - holding(a) || b - a)
  return best !== undefined && holding(best) >= closed.length * mostly ? best : undefined
}

const divisors = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i + 1).filter((width) => count % width === 0)

/** The cut of a stretch into rows against which least speaks. */
function cutStretch(stretch: Row, width: number): readonly Row[] {
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= stretch.length; to++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: 0 }
    for (let from = to - 1; from >= Math.max(0, to - 2 * width); from--) {
      const cost = (best[from]?.cost ?? 0) + costOf(stretch.slice(from, to), width)
      if (cost < found.cost) found = { cost, from }
    }
    best.push(found)
  }
  const rows: Row[] = []
  for (let to = stretch.length; to > 0; to = best[to]?.from ?? 0) rows.unshift(stretch.slice(best[to]?.from ?? 0, to))
  return rows
}

function costOf(row: Row, width: number): number {
  const filled = row.filter(({ text }) => text !== '')
  const first = filled.findIndex(({ text }) => figure.test(text))
  const textsBehind = first < 0 ? 0 : filled.slice(first).filter(({ text }) => !figure.test(text)).length
  return (
    (row.length === width ? 0 : costs.otherWidth) +
    textsBehind * costs.textBehindFigure +
    (first === 0 || filled.length === 0 ? costs.figureInFront : 0)
  )
}

/** A row of one text behind a row of several is a row of empty cells: `其他对外管理服务事项 |`, `|||`. */
function withoutFilling(row: Row, before: Row | undefined): readonly SourceCell[] {
  const own = row.filter((cell) => !cell.isFilling)
  const isUnderRow = (before?.filter(({ text }) => text !== '').length ?? 0) > 1
  const isBlankRow = own.length === 1 && isUnderRow && !/\d{4}|。/.test(own[0]?.text ?? '')
  return (isBlankRow ? row : own).map(toSource)
}

const toSource = ({ text, offset }: PipeCell): SourceCell => ({ text, offset, colSpan: 1, rowSpan: 1 })
