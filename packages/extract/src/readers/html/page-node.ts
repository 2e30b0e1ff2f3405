import { html, type Token } from 'parse5'
import { isUnseen } from './hidden.ts'
import type { ElementNode, TreeNode } from './tree.ts'

/**
 * A node of a page in the making. Every node has one shape, and knows its neighbours instead of a list of children: nodes
 * are made and walked by the thousand, and the engine puts such lists among what it takes to live long.
 */
export class PageNode implements ElementNode {
  readonly kind: TreeNode['kind']
  readonly name: string
  readonly namespace: html.NS
  readonly attributes: Token.Attribute[]
  isHidden: boolean
  data = ''
  parent: PageNode | null = null
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null

  constructor(kind: TreeNode['kind'], name = '', attributes: Token.Attribute[] = none, namespace = html.NS.HTML) {
    this.kind = kind
    this.name = name
    this.namespace = namespace
    this.attributes = attributes
    this.isHidden = attributes.length > 0 && isHiddenBy(attributes)
  }

  /** Takes in the attributes that are new to the element. */
  adopt(attributes: readonly Token.Attribute[]): void {
    const known = new Set(this.attributes.map(({ name }) => name))
    this.attributes.push(...attributes.filter(({ name }) => !known.has(name)))
    this.isHidden = isHiddenBy(this.attributes)
  }
}

const none: never[] = []

function isHiddenBy(attributes: readonly Token.Attribute[]): boolean {
  for (const { name, value } of attributes) {
    if (name === 'hidden' || (name === 'style' && isUnseen(value))) return true
  }
  return false
}

/** Puts a node that stands nowhere behind the children of another. */
export function appendChild(parent: PageNode, node: PageNode): void {
  const last = parent.lastChild
  node.parent = parent
  node.previousSibling = last
  if (last) last.nextSibling = node
  else parent.firstChild = node
  parent.lastChild = node
}

/** Puts a node that stands nowhere before one of the children of another. */
export function insertBefore(parent: PageNode, node: PageNode, next: PageNode): void {
  const previous = next.previousSibling
  node.parent = parent
  node.previousSibling = previous
  node.nextSibling = next
  next.previousSibling = node
  if (previous) previous.nextSibling = node
  else parent.firstChild = node
}

/** Takes a node out of its parent. */
export function detachNode(node: PageNode): void {
  const { parent, previousSibling: previous, nextSibling: next } = node
  if (!parent) return
  if (previous) previous.nextSibling = next
  else parent.firstChild = next
  if (next) next.previousSibling = previous
  else parent.lastChild = previous
  node.parent = null
  node.previousSibling = null
  node.nextSibling = null
}
