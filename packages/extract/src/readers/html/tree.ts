import { limits, Unreadable } from '../../limits.ts'

/** The part of a parsed page's tree that the reader walks. */
export interface TreeNode {
  readonly type: string
  readonly data?: string
}

export interface ElementNode extends TreeNode {
  readonly name: string
  readonly attribs: Readonly<Record<string, string | undefined>>
  readonly children: readonly TreeNode[]
}

export const isElement = (node: TreeNode): node is ElementNode =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style'

const skipped = new Set(
  'script style noscript template iframe object embed svg math head title select option button input'.split(' '),
)

/** Elements that never hold text of the report. */
export const isSkipped = (node: ElementNode): boolean => skipped.has(node.name)

/** Whether the element is not shown: copies kept out of sight, sample rows, honeypots. */
export function isHidden(node: ElementNode): boolean {
  if (node.attribs['hidden'] !== undefined) return true
  const style = node.attribs['style']
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)
}

/**
 * Visible text below a node, line breaks as spaces.
 *
 * @throws {Unreadable} if elements nest too deep
 */
export function textOf(node: ElementNode, depth = 0): string {
  if (depth > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
  let text = ''
  for (const child of node.children) {
    if (child.type === 'text') text += child.data ?? ''
    else if (isElement(child) && child.name === 'br') text += '\n'
    else if (isElement(child) && !isSkipped(child) && !isHidden(child)) {
      text += child.name === 'p' || child.name === 'div' ? `${textOf(child, depth + 1)}\n` : textOf(child, depth + 1)
    }
  }
  return text
}
