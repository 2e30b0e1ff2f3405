import { limits, Unreadable } from '../limits.ts'
import type { Block, SourceCell } from '../types.ts'

/**
 * Holds what a reader delivers to the limits, whatever the format.
 *
 * @throws {Unreadable} `limit_exceeded`, with the limit and its value
 */
export function checkBounds(blocks: readonly Block[]): void {
  const totals = { lines: 0, cells: 0, characters: 0 }
  for (const block of blocks) {
    totals.lines += block.kind === 'table' ? block.rows.length : 1
    if (block.kind === 'table') {
      totals.cells += checkTable(block.rows)
      for (const row of block.rows) for (const cell of row) totals.characters += cell.text.length
    } else totals.characters += block.text.length
  }
  check('lines', totals.lines)
  check('cells', totals.cells)
  check('characters', totals.characters)
}

/** Counts the cells of a table. */
function checkTable(rows: readonly (readonly SourceCell[])[]): number {
  let cells = 0
  for (const row of rows) {
    cells += row.length
    check(
      'tableColumns',
      row.reduce((sum, cell) => sum + cell.colSpan, 0),
    )
  }
  check('tableCells', cells)
  return cells
}

const what = {
  lines: 'paragraphs and rows',
  cells: 'table cells',
  characters: 'characters',
  tableColumns: 'columns in a table',
  tableCells: 'cells in a table',
} as const

function check(name: keyof typeof what, found: number): void {
  if (found > limits[name])
    throw new Unreadable('limit_exceeded', `${found} ${what[name]}, the limit is ${limits[name]}`)
}
