import { type Element, elementsOf, textOf } from './tree.ts'

const file = /\.(?:docx?|pdf|wps|ofd|xlsx?|zip|rar)(?=[?#]|$)/i

/** The document that an address leads to: the address itself, or what a viewer takes as a parameter. */
export function fileOf(address: string): string | undefined {
  const [path = '', ...parameters] = address.split(/[?#&]/)
  if (file.test(path)) return address
  return parameters.map((one) => decode(one.slice(one.indexOf('=') + 1))).find((value) => file.test(value))
}

/** @example `%2Fa%2Fb.pdf` → `/a/b.pdf` */
const decode = (text: string): string =>
  text.replace(/%[2-7][\da-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))

/** Address of the document that a link offers, by its address or, behind a download script, by its text. */
export function findAttachment(link: Element): string | undefined {
  const href = link.attribs['href']
  if (!href) return undefined
  const found = fileOf(href)
  if (found !== undefined) return found
  const text = textOf(link)
  return text.includes('.') && file.test(text.trim()) ? href : undefined
}

const fewestItems = 3

/**
 * Whether the element is a list of links to other pages: navigation, related articles, reports of other years.
 * A list with a link to a document is none: it may be the attachments.
 */
export function isLinkList(node: Element): boolean {
  if (node.name !== 'ul' && node.name !== 'ol') return false
  const items = elementsOf(node)
  return items.length >= fewestItems && items.every(isLinkItem)
}

/** An item with little text but that of its links to pages. */
function isLinkItem(item: Element): boolean {
  const links = linksOf(item, 0)
  if (links.length === 0 || links.some((link) => findAttachment(link) !== undefined)) return false
  const linked = links.reduce((sum, link) => sum + textOf(link).trim().length, 0)
  return linked * 2 > textOf(item).trim().length
}

const deepest = 6

function linksOf(node: Element, depth: number): readonly Element[] {
  if (node.name === 'a') return [node]
  return depth > deepest ? [] : elementsOf(node).flatMap((child) => linksOf(child, depth + 1))
}
