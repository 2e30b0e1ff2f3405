import { limits, Unreadable } from '../../limits.ts'
import { lineEnd } from '../cell-text.ts'

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

/** Declarations by which an element takes no place or stands where nobody sees it. */
const unseen = [
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/i,
  /(?:^|;)\s*(?:opacity|font-size)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i,
  /text-indent\s*:\s*-\d{3,}/i,
  /position\s*:\s*(?:absolute|fixed)[^<]*?(?:left|top|right)\s*:\s*-\d{3,}|(?:left|top|right)\s*:\s*-\d{3,}[^<]*?position\s*:\s*(?:absolute|fixed)/i,
  /clip\s*:\s*rect\(\s*0[\w\s,]*\)/i,
] as const

const isFlat = (style: string): boolean =>
  /(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)/i.test(style) && /overflow\s*:\s*hidden/i.test(style)

/** What every such declaration has something of: nearly all styles of a page are done with at once. */
const hint = /none|hidden|collapse|mso-hide|:\s*0|-\d{3}|clip/i

/** Whether declarations of a style hide an element. */
export const isUnseen = (style: string): boolean =>
  hint.test(style) && (unseen.some((pattern) => pattern.test(style)) || isFlat(style))

/** Whether the element is not shown: copies kept out of sight, sample rows, honeypots. */
export function isHidden(node: ElementNode): boolean {
  if (node.attribs['hidden'] !== undefined) return true
  const style = node.attribs['style']
  return style !== undefined && isUnseen(style)
}

/** What stands in a text field: some pages show their figures in fields. */
function typedIn(input: ElementNode): string {
  const isText = ['text', 'number', ''].includes(input.attribs['type'] ?? '')
  return isText && !isHidden(input) ? (input.attribs['value'] ?? '') : ''
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
export function textOf(node: ElementNode, depth = 0): string {
  if (depth > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
  let text = ''
  for (const child of node.children) {
    if (child.type === 'text') text += child.data ?? ''
    else if (isElement(child) && child.name === 'br') text += lineEnd
    else if (isElement(child) && child.name === 'input') text += typedIn(child)
    else if (isElement(child) && !isSkipped(child) && !isHidden(child) && !isNoteMark(child)) {
      text +=
        child.name === 'p' || child.name === 'div' ? `${textOf(child, depth + 1)}${lineEnd}` : textOf(child, depth + 1)
    }
  }
  return text
}
