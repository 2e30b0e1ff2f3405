import { limits, Unreadable } from '../../limits.ts'
import type { Block, SourceCell } from '../../types.ts'
import { lineEnd } from '../cell-text.ts'
import { toTextBlocks } from '../text.ts'
import { cellsOf, readCells, rowsOf } from './cells.ts'
import { isDivGrid, readDivGrid } from './div-grid.ts'
import { findAttachment, isLinkList } from './links.ts'
import { type ElementNode, isElement, isSkipped, type TreeNode, textOf } from './tree.ts'

const blockTags = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Walks the tree in reading order and collects blocks. Offsets count in the text of the blocks joined by line ends. */
export class Walk {
  readonly blocks: Block[] = []
  readonly attachments: string[] = []
  private text = ''
  private offset = 0
  private cellCount = 0
  private readonly skipsLinks: boolean

  constructor(skipsLinks: boolean) {
    this.skipsLinks = skipsLinks
  }

  visit(node: TreeNode, depth: number): void {
    if (depth > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
    if (node.kind === 'text') {
      this.text += node.data
      return
    }
    if (!isElement(node)) {
      for (let child = node.firstChild; child; child = child.nextSibling) this.visit(child, depth + 1)
      return
    }
    if (node.isHidden || isSkipped(node) || (this.skipsLinks && isLinkList(node))) return
    if (node.name === 'br') this.flush()
    else if (node.name === 'table') this.visitTable(node, depth)
    else if (node.name === 'pre' || node.name === 'textarea') this.visitPreformatted(node)
    else if (isDivGrid(node)) this.visitDivGrid(node)
    else this.visitChildren(node, depth)
  }

  private visitChildren(node: ElementNode, depth: number): void {
    const isBlock = blockTags.has(node.name)
    if (isBlock) this.flush()
    const attachment = node.name === 'a' ? findAttachment(node) : undefined
    if (attachment !== undefined) this.attachments.push(attachment)
    for (let child = node.firstChild; child; child = child.nextSibling) this.visit(child, depth + 1)
    if (isBlock) this.flush()
  }

  /** Ends the current paragraph. */
  flush(): void {
    if (this.text === '') return
    const text = this.text.replace(/\s+/g, ' ').trim()
    this.text = ''
    if (text === '') return
    this.blocks.push({ kind: 'paragraph', text, offset: this.offset })
    this.offset += text.length + 1
  }

  private visitPreformatted(node: ElementNode): void {
    this.flush()
    for (const block of toTextBlocks(textOf(node).replaceAll(lineEnd, '\n'))) {
      if (block.kind === 'paragraph') this.text = block.text
      if (block.kind === 'paragraph') this.flush()
      else this.push(block.rows.map((row) => row.map((cell) => ({ ...cell }))))
    }
  }

  private visitTable(table: ElementNode, depth: number): void {
    this.flush()
    let rows: SourceCell[][] = []
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row)
      const read = readCells(cells)
      if (read === undefined) {
        this.push(rows)
        rows = []
        for (const cell of cells) {
          for (let child = cell.firstChild; child; child = child.nextSibling) this.visit(child, depth + 3)
          this.flush()
        }
      } else if (cells.length > 0) rows.push([...read])
    }
    this.push(rows)
  }

  private visitDivGrid(node: ElementNode): void {
    this.flush()
    this.push(readDivGrid(node))
  }

  private push(rows: readonly (readonly SourceCell[])[]): void {
    if (rows.length === 0) return
    if (rows.every((row) => row.length === 1)) {
      for (const [cell] of rows) {
        this.text = cell?.text ?? ''
        this.flush()
      }
      return
    }
    this.cellCount += rows.reduce((sum, row) => sum + row.length, 0)
    if (this.cellCount > limits.cells) throw new Unreadable('limit_exceeded', `more than ${limits.cells} table cells`)
    const placed = rows.map((row) =>
      row.map((cell) => {
        const made = { ...cell, offset: this.offset }
        this.offset += cell.text.length + 1
        return made
      }),
    )
    this.blocks.push({ kind: 'table', rows: placed })
  }
}
