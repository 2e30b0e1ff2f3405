import type { SourceCell } from '../../types.ts'
import type { PlacedCell, PlacedTable } from './span-pages.ts'

/** Rows of cells from left to right. A row in which no cell begins is none: the cells that reach over it span less. */
export function toRows({ cells, rowCount }: PlacedTable): readonly (readonly SourceCell[])[] {
  const begins = new Set(cells.map(({ row }) => row))
  const numbers: number[] = []
  let next = 0
  for (let row = 0; row <= rowCount; row++) {
    numbers.push(next)
    if (begins.has(row)) next++
  }
  const rows: PlacedCell[][] = Array.from({ length: next }, () => [])
  for (const cell of cells) rows[numbers[cell.row] ?? 0]?.push(cell)
  return rows.map((row) =>
    row
      .sort((a, b) => a.column - b.column)
      .map(({ text, colSpan, rowSpan, row: first, page, isPartial }) => ({
        text,
        ...(isPartial ? { isPartial } : {}),
        page,
        offset: 0,
        colSpan,
        rowSpan: Math.max(1, (numbers[first + rowSpan] ?? next) - (numbers[first] ?? 0)),
      })),
  )
}
