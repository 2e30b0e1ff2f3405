import { type CheerioAPI, load } from 'cheerio'
import { limits, Unreadable } from '../limits.ts'
import type { Block, Metadatum, ReadDocument, SourceCell } from '../types.ts'
import { lineEnd, toCellText } from './cell-text.ts'
import { decodeText } from './decode.ts'
import { findArticle } from './html/article.ts'
import { findAttachment, isLinkList } from './html/links.ts'
import { checkOpenElements } from './html/open-elements.ts'
import { findHiddenSelectors } from './html/style-sheet.ts'
import { readSurroundings } from './html/surroundings.ts'
import { type ElementNode, isElement, isHidden, isSkipped, type TreeNode, textOf } from './html/tree.ts'
import { toTextBlocks } from './text.ts'

const blockTags = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Reads a page: its article as blocks, its meta tags as metadata, links to documents as attachments. */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const source = decodeText(bytes)
  checkOpenElements(source)
  const $ = load(source)
  hideByStyleSheet($, source)
  const root = $.root()[0] as unknown as ElementNode
  const article = findArticle(root)
  const walk = new Walk(hasText(article))
  walk.visit(article, 0)
  walk.flush()
  const metadata = [...readMetadata(root, source), ...readSurroundings(root, article)]
  return { blocks: walk.blocks, metadata, attachments: walk.attachments }
}

/** Whether a page is more than a list of links: it offers a document, holds a table, or has running text. */
function hasText(article: ElementNode): boolean {
  const has = (node: ElementNode, depth: number): boolean =>
    node.children.some((child) => {
      if (!isElement(child) || depth > limits.depth) return false
      if (child.name === 'table' || (child.name === 'a' && findAttachment(child) !== undefined)) return true
      return has(child, depth + 1)
    })
  return has(article, 0) || /[。；][^。；]{8,}[。；]/.test(textOf(article))
}

/** Marks what the page's style sheets hide, unless it is most of the page: scripts show such parts again. */
function hideByStyleSheet($: CheerioAPI, source: string): void {
  const selectors = findHiddenSelectors(source)
  if (selectors.length === 0) return
  const total = $('body').text().length
  for (const selector of selectors) {
    const elements = $(selector)
    if (elements.text().length * 2 < total) elements.attr('hidden', '')
  }
}

/** Site code and breadcrumb, wherever on the page they stand. */
function findFurniture(source: string): readonly Metadatum[] {
  const code = /网站标识码[：:\s]*([0-9a-z]{10})/i.exec(source)?.[1]
  const crumb = /(?:当前|您的?|所在)位置[^\n]{0,400}/.exec(source)?.[0].replace(/<[^>]{0,200}>/g, '')
  return [
    ...(code ? [{ name: 'SiteIDCode', value: code }] : []),
    ...(crumb ? [{ name: 'breadcrumb', value: crumb.slice(0, 120) }] : []),
  ]
}

function readMetadata(root: ElementNode, source: string): readonly Metadatum[] {
  const found: Metadatum[] = []
  const visit = (node: ElementNode, depth: number) => {
    if (depth > 6) return
    for (const child of node.children) {
      if (!isElement(child)) continue
      const name = child.attribs['name'] ?? child.attribs['property']
      const value = child.attribs['content']?.trim()
      if (child.name === 'meta' && name && value) found.push({ name, value })
      else if (child.name === 'title') found.push({ name: 'title', value: textOf(child).trim() })
      else if (child.name !== 'body') visit(child, depth + 1)
    }
  }
  visit(root, 0)
  found.push(...findFurniture(source))
  return found
}

/** Walks the tree in reading order and collects blocks. Offsets count in the text of the blocks joined by line ends. */
class Walk {
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
    if (node.type === 'text') {
      this.text += node.data ?? ''
      return
    }
    if (!isElement(node)) {
      for (const child of (node as ElementNode).children ?? []) this.visit(child, depth + 1)
      return
    }
    if (isSkipped(node) || isHidden(node) || (this.skipsLinks && isLinkList(node))) return
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
    for (const child of node.children) this.visit(child, depth + 1)
    if (isBlock) this.flush()
  }

  /** Ends the current paragraph. */
  flush(): void {
    const text = this.text.replace(/[\s\u00a0]+/g, ' ').trim()
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
      const cells = row.children
        .filter(isElement)
        .filter((cell) => (cell.name === 'td' || cell.name === 'th') && !isHidden(cell))
      const read = readCells(cells)
      if (read === undefined) {
        this.push(rows)
        rows = []
        for (const cell of cells) {
          for (const child of cell.children) this.visit(child, depth + 3)
          this.flush()
        }
      } else if (cells.length > 0) rows.push([...read])
    }
    this.push(rows)
  }

  private visitDivGrid(node: ElementNode): void {
    this.flush()
    const rows = node.children
      .filter(isElement)
      .filter((child) => !isSkipped(child) && !isHidden(child))
      .map((child) =>
        rowOf(child)
          .children.filter(isElement)
          .filter((cell) => !isHidden(cell))
          .map((cell) => toCell(cell)),
      )
    this.push(rows.filter((row) => row.length > 0))
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

function rowsOf(table: ElementNode): readonly ElementNode[] {
  return table.children.filter(isElement).flatMap((child) => {
    if (isHidden(child)) return []
    if (child.name === 'tr') return [child]
    return ['tbody', 'thead', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

/**
 * The cells of a row; undefined where one holds a table, a grid or running text: it lays the page out, and its content
 * is read as blocks.
 */
function readCells(cells: readonly ElementNode[]): readonly SourceCell[] | undefined {
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

function toCell(cell: ElementNode, text = textOf(cell)): SourceCell {
  return {
    text: toCellText(text),
    offset: 0,
    colSpan: span(cell.attribs['colspan'], limits.columns),
    rowSpan: span(cell.attribs['rowspan'], limits.rows),
  }
}

/** A grid of divisions or list items: at least four rows that each hold several short leaf elements and no text between. */
function isDivGrid(node: ElementNode): boolean {
  if (!['div', 'ul', 'ol', 'section', 'dl'].includes(node.name)) return false
  const rows = node.children.filter(isElement)
  if (rows.length < 4 || node.children.some((child) => child.type === 'text' && (child.data ?? '').trim() !== ''))
    return false
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
  if (cells.length < 1 || row.children.some((child) => child.type === 'text' && (child.data ?? '').trim() !== ''))
    return false
  return cells.every(
    (cell) =>
      ['div', 'span', 'li', 'dd', 'dt', 'p'].includes(cell.name) &&
      !cell.children.some(
        (child) => isElement(child) && (child.name === 'table' || child.name === 'div' || child.name === 'ul'),
      ),
  )
}
