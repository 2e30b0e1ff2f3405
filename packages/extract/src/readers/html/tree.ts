import { type AnyNode, type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { lineEnd } from '../cell-text.ts'

export { type AnyNode, type Element, isTag, isText }

/** The nodes directly below another. */
export const childrenOf = (node: AnyNode): readonly ChildNode[] => ('children' in node ? node.children : [])

/** The elements directly below a node. */
export const elementsOf = (node: AnyNode): readonly Element[] => childrenOf(node).filter(isTag)

/** The first element of a name directly below a node. */
export const childOf = (parent: AnyNode, name: string): Element | undefined =>
  childrenOf(parent).find((child): child is Element => isTag(child) && child.name === name)

/** Puts nodes in the place of the children of another. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  parent.children = children
  for (const [at, child] of children.entries()) {
    child.parent = parent
    child.prev = children[at - 1] ?? null
    child.next = children[at + 1] ?? null
  }
}

/** Takes nodes out of their tree: each parent is asked once, however many children it loses. */
export function takeOut(nodes: Iterable<ChildNode>): void {
  const gone = new Set(nodes)
  for (const parent of new Set([...gone].map((node) => node.parent))) {
    if (parent)
      setChildren(
        parent,
        parent.children.filter((child) => !gone.has(child)),
      )
  }
}

/**
 * Text below a node, line and paragraph ends as `lineEnd`. What is typed into a field counts as text.
 *
 * @example `<td><p>其他</p>12<br>件</td>` → `其他⏎12⏎件`
 */
export function textOf(node: AnyNode): string {
  let text = ''
  for (const child of childrenOf(node)) {
    if (isText(child)) text += child.data
    else if (isTag(child)) text += textOfElement(child)
  }
  return text
}

function textOfElement(element: Element): string {
  if (element.name === 'br') return lineEnd
  if (element.name === 'input') return element.attribs['value'] ?? ''
  return textOf(element) + (ends.get(element.name) ?? '')
}

/** What stands between the text of an element and what follows it. */
const ends = new Map([
  ['p', lineEnd],
  ['div', lineEnd],
  ['td', ' '],
  ['th', ' '],
])
