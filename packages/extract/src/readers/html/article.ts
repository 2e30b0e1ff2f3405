import { limits, Unreadable } from '../../limits.ts'
import { type ElementNode, isElement, isSkipped } from './tree.ts'

interface Weight {
  readonly node: ElementNode
  /** Characters of text outside links. */
  readonly own: number
  readonly hasTitle: boolean
  /** The child element with the most text, if any has some. */
  readonly heaviest: Weight | undefined
}

const title = /(?:信息公开|資訊公開|信息公開|政务公开)[^。]{0,16}(?:报告|年报|報告|年報)|(?:信息|資訊).{0,12}公[开開]/

/**
 * The element that holds the article: the deepest one with nearly all text that is no link,
 * widened until a title stands in it.
 */
export function findArticle(root: ElementNode): ElementNode {
  let weight = weigh(root, 0)
  const most = weight.own * 0.75
  for (;;) {
    const best = weight.heaviest
    if (!best || best.own < most || !best.hasTitle || best.node.name === 'table') return weight.node
    weight = best
  }
}

function weigh(node: ElementNode, depth: number): Weight {
  if (depth > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
  let own = 0
  let hasTitle = false
  let heaviest: Weight | undefined
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.kind === 'text') {
      const text = child.data
      const length = text.trim().length
      own += length
      hasTitle ||= length > 3 && text.includes('公') && title.test(text)
    } else if (isElement(child) && !child.isHidden && !isSkipped(child)) {
      const weight = weigh(child, depth + 1)
      const isLink = child.name === 'a'
      own += isLink ? weight.own * 0.05 : weight.own
      hasTitle ||= weight.hasTitle && !isLink
      if (weight.own > (heaviest?.own ?? 0)) heaviest = weight
    }
  }
  return { node, own, hasTitle, heaviest }
}
