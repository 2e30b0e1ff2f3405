import type { SourceCell } from '../../types.ts'
import { toCell } from './cells.ts'
import { type ElementNode, isElement, isSkipped } from './tree.ts'

/** A grid of divisions or list items: at least four rows that each hold several short leaf elements and no text between. */
export function isDivGrid(node: ElementNode): boolean {
  if (!['div', 'ul', 'ol', 'section', 'dl'].includes(node.name)) return false
  const rows = node.children.filter(isElement)
  if (rows.length < 4 || node.children.some((child) => child.kind === 'text' && child.data.trim() !== '')) return false
  const good = rows.filter(isDivRow).length
  return good >= 4 && good >= rows.length * 0.9
}

/** A row that is an item with one list in it: the list. */
function rowOf(item: ElementNode): ElementNode {
  const [only, ...others] = item.children.filter(isElement)
  return only && others.length === 0 && ['ul', 'ol', 'dl'].includes(only.name) ? only : item
}

function isDivRow(item: ElementNode): boolean {
  const row = rowOf(item)
  if (!['div', 'ul', 'li', 'dl', 'section'].includes(row.name) || row.name === 'table') return false
  const cells = row.children.filter(isElement)
  if (cells.length < 1 || row.children.some((child) => child.kind === 'text' && child.data.trim() !== '')) return false
  return cells.every(
    (cell) =>
      ['div', 'span', 'li', 'dd', 'dt', 'p'].includes(cell.name) &&
      !cell.children.some(
        (child) => isElement(child) && (child.name === 'table' || child.name === 'div' || child.name === 'ul'),
      ),
  )
}

/** Rows of such a grid. */
export function readDivGrid(node: ElementNode): readonly (readonly SourceCell[])[] {
  return node.children
    .filter(isElement)
    .filter((child) => !child.isHidden && !isSkipped(child))
    .map((child) =>
      rowOf(child)
        .children.filter(isElement)
        .filter((cell) => !cell.isHidden)
        .map((cell) => toCell(cell)),
    )
    .filter((row) => row.length > 0)
}
