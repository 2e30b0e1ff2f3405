import type { CheerioAPI } from 'cheerio'
import { parsePage } from './page.ts'
import {
  type ChildNode,
  childrenOf,
  type Element,
  elementsOf,
  exchange,
  isTag,
  type ParentNode,
  setChildren,
  textOf,
} from './tree.ts'

/** Opens what a page keeps apart and browsers show: shadow roots, tables for readers without scripts. */
export function openRoots($: CheerioAPI, root: ParentNode): void {
  openShadows(root)
  openNoscripts($)
}

/**
 * Puts what a declarative shadow root holds in the place of what its host holds, as browsers show it; slots take up what
 * the host offers them.
 *
 * @example `<x-a><template shadowrootmode="open"><b><slot></slot></b></template>12</x-a>` → `<x-a><b>12</b></x-a>`
 */
function openShadows(parent: ParentNode): void {
  for (const host of elementsOf(parent)) {
    const shadow = elementsOf(host).find(isShadow)
    if (shadow) {
      const offered = childrenOf(host).filter((child) => child !== shadow)
      setChildren(host, fillSlots(contentOf(shadow), toOffers(offered)))
    }
    openShadows(host)
  }
}

const isShadow = ({ name, attribs }: Element): boolean =>
  name === 'template' && /^(?:open|closed)$/i.test(attribs['shadowrootmode'] ?? '')

/** The parser keeps what a template holds in a document of its own. */
const contentOf = (template: Element): readonly ChildNode[] => template.children.flatMap(childrenOf)

/** What a host offers, by the name of the slot. */
function toOffers(offered: readonly ChildNode[]): Map<string, ChildNode[]> {
  return Map.groupBy(offered, (one) => (isTag(one) ? (one.attribs['slot'] ?? '') : ''))
}

/** Each slot shows what is offered under its name, else what it holds itself; of two of a name, the first has the offer. */
function fillSlots(nodes: readonly ChildNode[], offered: Map<string, ChildNode[]>): ChildNode[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return [node]
    if (node.name === 'slot') {
      const name = node.attribs['name'] ?? ''
      const own = offered.get(name)
      offered.delete(name)
      return own ?? fillSlots(node.children, offered)
    }
    setChildren(node, fillSlots(node.children, offered))
    return [node]
  })
}

/** Opens what is meant for readers without scripts where it holds tables that the page does not show besides. */
function openNoscripts($: CheerioAPI): void {
  const closed = $('body noscript')
    .toArray()
    .filter((one) => /<t(?:able|r)[\s>]/i.test(textOf(one)))
  if (closed.length === 0) return
  const shown = new Set(labelsOf($))
  const opened = closed.flatMap((one) => {
    const page = parsePage(textOf(one))
    const labels = labelsOf(page)
    const isTwice = labels.filter((label) => shown.has(label)).length * 2 >= labels.length
    return isTwice ? [] : [[one, page('body').contents().toArray()] as const]
  })
  exchange(new Map(opened))
}

/** Words in the cells of a page. */
const labelsOf = ($: CheerioAPI): readonly string[] =>
  $('td, th')
    .toArray()
    .map((cell) => textOf(cell).trim())
    .filter((text) => /\p{Script=Han}/u.test(text))
