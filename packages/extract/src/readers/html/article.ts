import { type ElementNode, isElement, isHidden, isSkipped } from './tree.ts'

interface Weight {
  readonly node: ElementNode
  /** Characters of text outside links. */
  readonly own: number
  readonly hasTitle: boolean
}

const title = /(?:信息公开|資訊公開|信息公開|政务公开)[^。]{0,16}(?:报告|年报|報告|年報)|(?:信息|資訊).{0,12}公[开開]/

/**
 * The element that holds the article: the deepest one with nearly all text that is no link,
 * widened until a title stands in it.
 */
export function findArticle(root: ElementNode): ElementNode {
  const weights = new Map<ElementNode, Weight>()
  weigh(root, weights, 0)
  const total = weights.get(root)?.own ?? 0
  let node = root
  for (let depth = 0; depth < 400; depth++) {
    const best = childrenOf(node)
      .map((child) => weights.get(child))
      .reduce<Weight | undefined>(
        (most, weight) => (weight && (!most || weight.own > most.own) ? weight : most),
        undefined,
      )
    if (!best || best.own < total * 0.75 || !best.hasTitle || best.node.name === 'table') break
    node = best.node
  }
  return node
}

const childrenOf = (node: ElementNode) =>
  node.children.filter(isElement).filter((child) => !isSkipped(child) && !isHidden(child))

function weigh(node: ElementNode, weights: Map<ElementNode, Weight>, depth: number): Weight {
  let own = 0
  let hasTitle = false
  for (const child of node.children) {
    if (child.type === 'text') {
      const text = child.data ?? ''
      const length = text.trim().length
      own += length
      hasTitle ||= length > 3 && text.includes('公') && title.test(text)
    } else if (isElement(child) && depth < 400 && !isSkipped(child) && !isHidden(child)) {
      const weight = weigh(child, weights, depth + 1)
      const isLink = child.name === 'a'
      own += isLink ? weight.own * 0.05 : weight.own
      hasTitle ||= weight.hasTitle && !isLink
    }
  }
  const made = { node, own, hasTitle }
  if (own > 0) weights.set(node, made)
  return made
}
