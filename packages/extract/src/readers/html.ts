import { limits } from '../limits.ts'
import type { Metadatum, ReadDocument } from '../types.ts'
import { decodeText } from './decode.ts'
import { findArticle } from './html/article.ts'
import { findAttachment } from './html/links.ts'
import { parsePage } from './html/parse.ts'
import { readSurroundings } from './html/surroundings.ts'
import { attributeOf, type ElementNode, elementsOf, textOf } from './html/tree.ts'
import { Walk } from './html/walk.ts'

/** Reads a page: its article as blocks, its meta tags as metadata, links to documents as attachments. */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const source = decodeText(bytes)
  const root = parsePage(source)
  const article = findArticle(root)
  const walk = new Walk(hasText(article))
  walk.visit(article, 0)
  walk.flush()
  const metadata = [...readMetadata(root, source), ...readSurroundings(root, article)]
  return { blocks: walk.blocks, metadata, attachments: walk.attachments }
}

/** Whether a page is more than a list of links: it offers a document, holds a table, or has running text. */
const hasText = (article: ElementNode): boolean =>
  holdsDocument(article, 0) || /[。；][^。；]{8,}[。；]/.test(textOf(article))

function holdsDocument(node: ElementNode, depth: number): boolean {
  if (depth > limits.depth) return false
  for (const child of elementsOf(node)) {
    if (child.name === 'table' || (child.name === 'a' && findAttachment(child) !== undefined)) return true
    if (holdsDocument(child, depth + 1)) return true
  }
  return false
}

/** Site code and breadcrumb, wherever on the page they stand. */
function findFurniture(source: string): readonly Metadatum[] {
  const code = /网站标识码[：:\s]*([0-9a-zA-Z]{10})/.exec(source)?.[1]
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
    for (const child of elementsOf(node)) {
      const name = attributeOf(child, 'name') ?? attributeOf(child, 'property')
      const value = attributeOf(child, 'content')?.trim()
      if (child.name === 'meta' && name && value) found.push({ name, value })
      else if (child.name === 'title') found.push({ name: 'title', value: textOf(child).trim() })
      else if (child.name !== 'body') visit(child, depth + 1)
    }
  }
  visit(root, 0)
  found.push(...findFurniture(source))
  return found
}
