import { limits, Unreadable } from '../../limits.ts'
import { lineEnd } from '../cell-text.ts'

/** A node of a parsed page, as far as the reader walks it. */
export interface TreeNode {
  readonly kind: 'root' | 'element' | 'text' | 'other'
  /** Text of a text node. */
  readonly data: string
  readonly firstChild: TreeNode | null
  readonly nextSibling: TreeNode | null
}

export interface ElementNode extends TreeNode {
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** Whether the element is not shown: copies kept out of sight, sample rows, honeypots. */
  isHidden: boolean
}

/** A name in lower case with its value. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

export const isElement = (node: TreeNode): node is ElementNode => node.kind === 'element'

/** The nodes directly below another. */
export function childrenOf<Node extends { readonly nextSibling: Node | null }>(parent: {
  readonly firstChild: Node | null
}): Node[] {
  const children: Node[] = []
  for (let child = parent.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** The elements directly below a node. */
export function elementsOf(node: TreeNode): readonly ElementNode[] {
  const elements: ElementNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (isElement(child)) elements.push(child)
  return elements
}

/** Value of an attribute; undefined where the element has none of that name. */
export function attributeOf(node: ElementNode, name: string): string | undefined {
  for (const attribute of node.attributes) if (attribute.name === name) return attribute.value
  return undefined
}

const skipped = new Set(
  'script style noscript template iframe object embed svg math head title select option button input'.split(' '),
)

/** Elements that never hold text of the report. */
export const isSkipped = (node: ElementNode): boolean => skipped.has(node.name)

/** What stands in a text field: some pages show their figures in fields. */
function typedIn(input: ElementNode): string {
  const isText = ['text', 'number', ''].includes(attributeOf(input, 'type') ?? '')
  return isText && !input.isHidden ? (attributeOf(input, 'value') ?? '') : ''
}

/** A raised mark of a footnote: beside a number it would read as a digit. */
function isNoteMark(node: ElementNode): boolean {
  return node.name === 'sup' && /^[[(（〔]?\s*(?:注?\s*\d{0,2}|[①-⑳*＊])\s*[\])）〕]?$/.test(textOf(node).trim())
}

/**
 * Visible text below a node, line and paragraph ends as `lineEnd`.
 *
 * @throws {Unreadable} if elements nest too deep
 */
export function textOf(node: TreeNode, depth = 0): string {
  if (depth > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
  let text = ''
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.kind === 'text') text += child.data
    else if (isElement(child)) text += textOfElement(child, depth + 1)
  }
  return text
}

function textOfElement(node: ElementNode, depth: number): string {
  if (node.name === 'br') return lineEnd
  if (node.name === 'input') return typedIn(node)
  if (node.isHidden || isSkipped(node) || isNoteMark(node)) return ''
  return textOf(node, depth) + (ends.get(node.name) ?? '')
}

/** What stands between the text of an element and what follows it. */
const ends = new Map([
  ['p', lineEnd],
  ['div', lineEnd],
  ['td', ' '],
  ['th', ' '],
])
