import { limits } from '../../limits.ts'
import type { SourceCell } from '../../types.ts'
import { settleText } from '../cell-text.ts'
import { cellTextOf, childrenOf, type Element, elementsOf, isTag, textOf } from './tree.ts'

/** Rows of a table as it is shown: its first head, its bodies, its first foot, in whatever order the source has them. */
export function rowsOf(table: Element): readonly Element[] {
  const parts = elementsOf(table).filter(({ name }) => name === 'tr' || bodies.has(name))
  const head = parts.find(({ name }) => name === 'thead')
  const foot = parts.find(({ name }) => name === 'tfoot')
  const between = parts.filter((part) => part !== head && part !== foot)
  const shown = [head, ...between, foot].filter((part) => part !== undefined)
  return shown.flatMap((part) => (part.name === 'tr' ? [part] : rowsOf(part)))
}

const bodies = new Set(['tbody', 'thead', 'tfoot'])

/** Captions of a table, which stand above its rows. */
export const captionsOf = (table: Element): readonly Element[] =>
  elementsOf(table).filter(({ name }) => name === 'caption')

/** Cells of a row that are shown. */
export const cellsOf = (row: Element): readonly Element[] =>
  elementsOf(row).filter((child) => child.name === 'td' || child.name === 'th')

/**
 * The cells of a row; undefined where one holds a table, a grid or running text: it lays the page out, and its content
 * is read as blocks.
 */
export function readCells(cells: readonly Element[]): readonly SourceCell[] | undefined {
  const read: SourceCell[] = []
  for (const cell of cells) {
    const text = holdsTable(cell) ? undefined : cellTextOf(cell)
    if (text === undefined || text.length > longestCell) return undefined
    if (text.length > 2 * longestLabel && countParagraphs(cell) > 1) return undefined
    read.push(toCell(cell, text))
  }
  return read
}

const longestCell = 400
/** Longer paragraphs of a cell are running text. */
export const longestLabel = 40

function holdsTable(element: Element): boolean {
  return childrenOf(element).some((child) => isTag(child) && (child.name === 'table' || holdsTable(child)))
}

/** Paragraphs of running text below a node; those in others count as well. */
function countParagraphs(node: Element): number {
  return elementsOf(node).reduce((sum, child) => {
    const isText = (child.name === 'p' || child.name === 'div') && textOf(child).trim().length > longestLabel
    return sum + (isText ? 1 : 0) + countParagraphs(child)
  }, 0)
}

const span = (value: string | undefined, most: number) =>
  value === undefined ? 1 : Math.min(most, Math.max(1, Number.parseInt(value, 10) || 1))

/** One printed cell; its offset is set when it is placed. */
export function toCell(cell: Element, text = cellTextOf(cell)): SourceCell {
  const settled = settleText(text)
  const made = {
    text: settled.text,
    offset: 0,
    colSpan: span(cell.attribs['colspan'], limits.columns),
    rowSpan: span(cell.attribs['rowspan'], limits.rows),
  }
  return settled.isPartial ? { ...made, isPartial: true } : made
}
