import { limits, Unreadable } from '../../limits.ts'
import { trace } from '../../text/trace.ts'
import type { Block, SourceCell } from '../../types.ts'
import { lineEnd, withoutTraces } from '../cell-text.ts'
import { toTextBlocks } from '../text.ts'
import { captionsOf, cellsOf, longestLabel, readCells, rowsOf } from './cells.ts'
import { isDivGrid, readDivGrid } from './div-grid.ts'
import { findAttachment, isLinkList } from './links.ts'
import { type AnyNode, childrenOf, type Element, isTag, isText, textOf } from './tree.ts'

const blockTags = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** What a walk over a page delivers. */
export interface PageContent {
  readonly blocks: readonly Block[]
  /** Addresses of documents that the page links to. */
  readonly attachments: readonly string[]
}

/**
 * Walks what is shown below a node in reading order. Offsets count in the text of the blocks joined by line ends.
 *
 * @param skipsLinks whether lists of links to other pages are passed over
 * @throws {Unreadable} `limit_exceeded` at too many table cells
 */
export function readBlocks(node: AnyNode, { skipsLinks }: { readonly skipsLinks: boolean }): PageContent {
  const walk = new Walk(skipsLinks)
  walk.visit(node)
  walk.flush()
  return walk
}

class Walk implements PageContent {
  readonly blocks: Block[] = []
  readonly attachments: string[] = []
  private text = ''
  private offset = 0
  private cellCount = 0
  private readonly skipsLinks: boolean

  constructor(skipsLinks: boolean) {
    this.skipsLinks = skipsLinks
  }

  visit(node: AnyNode): void {
    if (isText(node)) this.text += node.data
    else if (!isTag(node)) this.visitAll(node)
    else if (this.skipsLinks && isLinkList(node)) return
    else if (node.name === 'br') this.flush()
    else if (node.name === 'table') this.visitTable(node)
    else if (node.name === 'pre' || node.name === 'textarea') this.visitPreformatted(node)
    else if (isDivGrid(node)) this.visitDivGrid(node)
    else this.visitElement(node)
  }

  private visitAll(node: AnyNode): void {
    for (const child of childrenOf(node)) this.visit(child)
  }

  private visitElement(element: Element): void {
    const isBlock = blockTags.has(element.name)
    if (isBlock) this.flush()
    const attachment = element.name === 'a' ? findAttachment(element) : undefined
    if (attachment !== undefined) this.attachments.push(attachment)
    this.visitAll(element)
    if (isBlock) this.flush()
  }

  /** Ends the current paragraph. */
  flush(): void {
    const text = withoutTraces(this.text).replace(/\s+/g, ' ').trim()
    this.text = ''
    if (text !== '') this.pushParagraph(text)
  }

  private pushParagraph(text: string): void {
    this.blocks.push({ kind: 'paragraph', text, offset: this.offset })
    this.offset += text.length + 1
  }

  /** Text whose blanks and lines count: it may hold a table of columns, tabs or bars. */
  private visitPreformatted(element: Element): void {
    this.flush()
    for (const block of toTextBlocks(textOf(element).replaceAll(lineEnd, '\n'))) {
      if (block.kind === 'paragraph') this.pushParagraph(block.text)
      else this.push(block.rows)
    }
  }

  private visitTable(table: Element): void {
    this.flush()
    for (const caption of captionsOf(table)) {
      this.visitAll(caption)
      this.flush()
    }
    let rows: (readonly SourceCell[])[] = []
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row)
      const read = readCells(cells)
      if (read === undefined) {
        this.push(rows)
        rows = []
        for (const cell of cells) {
          this.visitAll(cell)
          this.flush()
        }
      } else if (cells.length > 0) rows.push(read)
    }
    this.push(rows)
  }

  private visitDivGrid(element: Element): void {
    this.flush()
    this.push(readDivGrid(element))
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
      dropBullets(row).map((cell) => {
        const made = { ...cell, offset: this.offset }
        this.offset += cell.text.length + 1
        return made
      }),
    )
    this.blocks.push({ kind: 'table', rows: placed })
  }
}

/** A row without the traces of pictures in front of its words: bullets and pictures of a layout. */
function dropBullets(row: readonly SourceCell[]): readonly SourceCell[] {
  if (!row.some(({ text }) => text.includes(trace))) return row
  const words = row.findIndex(({ text }) => /\p{Script=Han}{2}/u.test(text))
  const isProse = row.some(({ text }) => text.length > longestLabel)
  return row.map((cell, at) => (isProse || at < words ? { ...cell, text: withoutTraces(cell.text).trim() } : cell))
}
