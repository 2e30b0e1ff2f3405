import type { SourceCell } from '../../types.ts'
import { toCell } from './cells.ts'
import { childrenOf, type Element, elementsOf, isText } from './tree.ts'

/** A grid of divisions or list items: at least four rows that each hold several short leaf elements and no text between. */
export function isDivGrid(node: Element): boolean {
  if (!['div', 'ul', 'ol', 'section', 'dl'].includes(node.name)) return false
  const rows = elementsOf(node)
  if (rows.length < 4 || holdsText(node)) return false
  const good = rows.filter(isDivRow).length
  return good >= 4 && good >= rows.length * 0.9
}

const holdsText = (node: Element): boolean =>
  childrenOf(node).some((child) => isText(child) && child.data.trim() !== '')

/** A row that is an item with one list in it: the list. */
function rowOf(item: Element): Element {
  const [only, ...others] = elementsOf(item)
  return only && others.length === 0 && ['ul', 'ol', 'dl'].includes(only.name) ? only : item
}

function isDivRow(item: Element): boolean {
  const row = rowOf(item)
  if (!['div', 'ul', 'li', 'dl', 'section'].includes(row.name) || row.name === 'table') return false
  const cells = elementsOf(row)
  if (cells.length < 1 || holdsText(row)) return false
  return cells.every(
    (cell) =>
      ['div', 'span', 'li', 'dd', 'dt', 'p'].includes(cell.name) &&
      !elementsOf(cell).some(({ name }) => name === 'table' || name === 'div' || name === 'ul'),
  )
}

/** Rows of such a grid. */
export function readDivGrid(node: Element): readonly (readonly SourceCell[])[] {
  return elementsOf(node)
    .map((child) => elementsOf(rowOf(child)).map((cell) => toCell(cell)))
    .filter((row) => row.length > 0)
}
