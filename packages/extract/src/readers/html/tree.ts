import { type AnyNode, type ChildNode, Comment, Element, isTag, isText, type ParentNode, Text } from 'domhandler'
import { gap, trace } from '../../text/trace.ts'
import { lineEnd } from '../cell-text.ts'

export { type AnyNode, type ChildNode, type Element, isTag, isText, type ParentNode, Text }

/** An element of a tree that no source was parsed for, with what stands below it. */
export function toElement(name: string, attribs: Record<string, string>, content: readonly ChildNode[]): Element {
  const made = new Element(name, attribs)
  setChildren(made, [...content])
  return made
}

/** Stands where something was taken out. No element and no text, so that only those who ask for it see it. */
export class Trace extends Comment {
  /** Whether it stands for something that is seen, such as a picture. */
  readonly isSeen: boolean

  constructor(isSeen: boolean) {
    super('')
    this.isSeen = isSeen
  }
}

/** The nodes directly below another. */
export const childrenOf = (node: AnyNode): readonly ChildNode[] => ('children' in node ? node.children : [])

/** The elements directly below a node. */
export const elementsOf = (node: AnyNode): readonly Element[] => childrenOf(node).filter(isTag)

/** The first element of a name directly below a node. */
export const childOf = (parent: AnyNode, name: string): Element | undefined =>
  childrenOf(parent).find((child): child is Element => isTag(child) && child.name === name)

/**
 * The elements of some names below a node, in the order of the document. A library asks, of every two nodes directly
 * below it, whether one holds the other.
 */
export function findBelow(node: AnyNode, names: ReadonlySet<string>, found: Element[] = []): readonly Element[] {
  for (const child of childrenOf(node)) {
    if (isTag(child) && names.has(child.name)) found.push(child)
    findBelow(child, names, found)
  }
  return found
}

/** Puts nodes in the place of the children of another. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  parent.children = children
  let before: ChildNode | null = null
  for (const child of children) {
    child.parent = parent
    child.prev = before
    child.next = null
    if (before) before.next = child
    before = child
  }
}

/** Puts others in the place of nodes: each parent is asked once, however many children it loses. */
export function exchange(nodes: ReadonlyMap<ChildNode, readonly ChildNode[]>): void {
  for (const parent of new Set([...nodes.keys()].map((node) => node.parent))) {
    if (parent)
      setChildren(
        parent,
        parent.children.flatMap((child) => nodes.get(child) ?? [child]),
      )
  }
}

/** Takes nodes out of their tree. */
export const takeOut = (nodes: Iterable<ChildNode>): void => exchange(new Map([...nodes].map((node) => [node, []])))

/** The nearest element of one of these names that a node stands in, or is. */
export function closest(node: AnyNode, names: ReadonlySet<string>): Element | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (isTag(at) && names.has(at.name)) return at
  return undefined
}

/**
 * Text below a node, line and paragraph ends as `lineEnd`. What is typed into a field counts as text.
 *
 * @param traces whether pictures and the like that were taken out show as `trace`, and what was hidden as `gap`
 * @example `<td><p>其他</p>12<br>件</td>` → `其他⏎12⏎件`
 */
export function textOf(node: AnyNode, traces: 'none' | 'seen' | 'all' = 'none'): string {
  let text = ''
  for (const child of childrenOf(node)) {
    if (isText(child)) text += child.data
    else if (isTag(child)) text += textOfElement(child, traces)
    else if (child instanceof Trace && traces !== 'none') text += child.isSeen ? trace : traces === 'all' ? gap : ''
  }
  return text
}

function textOfElement(element: Element, traces: 'none' | 'seen' | 'all'): string {
  if (element.name === 'br') return lineEnd
  if (element.name === 'input') return element.attribs['value'] ?? ''
  return textOf(element, traces) + (ends.get(element.name) ?? '')
}

/** Text of a cell, with a sign for all that was taken out of it. */
export const cellTextOf = (cell: AnyNode): string => textOf(cell, 'all')

/** What stands between the text of an element and what follows it. */
const ends = new Map([
  ['p', lineEnd],
  ['div', lineEnd],
  ['td', ' '],
  ['th', ' '],
])
