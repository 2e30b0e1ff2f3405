import { limits } from '../../limits.ts'
import type { SourceCell } from '../../types.ts'
import { toCellText } from '../cell-text.ts'
import { attributeOf, type ElementNode, isElement, textOf } from './tree.ts'

/** Rows of a table, those of its bodies included. */
export function rowsOf(table: ElementNode): readonly ElementNode[] {
  return table.children.filter(isElement).flatMap((child) => {
    if (child.isHidden) return []
    if (child.name === 'tr') return [child]
    return ['tbody', 'thead', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

/**
 * The cells of a row; undefined where one holds a table, a grid or running text: it lays the page out, and its content
 * is read as blocks.
 */
export function readCells(cells: readonly ElementNode[]): readonly SourceCell[] | undefined {
  const read: SourceCell[] = []
  for (const cell of cells) {
    const text = holdsBlocks(cell) ? undefined : textOf(cell)
    if (text === undefined || text.length > longestCell) return undefined
    read.push(toCell(cell, text))
  }
  return read
}

const longestCell = 400

function holdsBlocks(cell: ElementNode): boolean {
  let paragraphs = 0
  const visit = (node: ElementNode, depth: number): boolean =>
    node.children.some((child) => {
      if (!isElement(child)) return false
      if (child.name === 'table') return true
      if (child.name === 'p' || child.name === 'div') paragraphs += textOf(child).trim().length > 40 ? 1 : 0
      return depth < limits.depth && visit(child, depth + 1)
    })
  return visit(cell, 0) || paragraphs > 1
}

const span = (value: string | undefined, most: number) =>
  Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))

/** One printed cell; its offset is set when it is placed. */
export function toCell(cell: ElementNode, text = textOf(cell)): SourceCell {
  return {
    text: toCellText(text),
    offset: 0,
    colSpan: span(attributeOf(cell, 'colspan'), limits.columns),
    rowSpan: span(attributeOf(cell, 'rowspan'), limits.rows),
  }
}
