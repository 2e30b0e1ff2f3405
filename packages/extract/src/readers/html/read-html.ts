import type { Metadatum, ReadDocument } from '../../types.ts'
import { decodeText } from '../decode.ts'
import { findArticle } from './article.ts'
import { findEmbedded } from './embedded.ts'
import { findAttachment } from './links.ts'
import { parsePage } from './page.ts'
import { keepShown } from './shown.ts'
import { readSurroundings } from './surroundings.ts'
import { type AnyNode, childOf, findBelow, textOf } from './tree.ts'
import { readBlocks } from './walk.ts'

/** Reads a page: its article as blocks, its meta tags as metadata, links to documents as attachments. */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const source = decodeText(bytes)
  const $ = parsePage(source)
  const root = $.root()[0]
  if (!root) throw new RangeError('Cannot read a page: the parser gave no root')
  const metadata = [...readMetadata(root), ...findFurniture(source)]
  const embedded = findEmbedded(root)
  keepShown($)
  const article = findArticle(root)
  const { blocks, attachments } = readBlocks(article, { skipsLinks: hasText(article) })
  return {
    blocks,
    attachments: [...attachments, ...embedded],
    metadata: [...metadata, ...readSurroundings(root, article)],
  }
}

const links = new Set(['a'])
const tables = new Set(['table'])
const described = new Set(['meta', 'title'])

/** Whether a page is more than a list of links: it offers a document, holds a table, or has running text. */
function hasText(article: AnyNode): boolean {
  const offers = () => findBelow(article, links).some((link) => findAttachment(link) !== undefined)
  return findBelow(article, tables).length > 0 || offers() || /[。；][^。；]{8,}[。；]/.test(textOf(article))
}

function readMetadata(root: AnyNode): readonly Metadatum[] {
  const page = childOf(root, 'html')
  const head = page && childOf(page, 'head')
  return (head ? findBelow(head, described) : []).flatMap((element) => {
    if (element.name === 'title') return [{ name: 'title', value: textOf(element).trim() }]
    const name = element.attribs['name'] ?? element.attribs['property']
    const value = element.attribs['content']?.trim()
    return name && value ? [{ name, value }] : []
  })
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
