import { holdsTitle } from '../../text/report-title.ts'
import { type AnyNode, childrenOf, isTag, isText } from './tree.ts'

interface Weight {
  readonly node: AnyNode
  /** Characters of text outside links. */
  readonly own: number
  readonly hasTitle: boolean
  /** The child element with the most text, if any has some. */
  readonly heaviest: Weight | undefined
}

/** Words of a title that spam or a gloss has torn apart. */
const tornTitle = /(?:信息|資訊).{0,12}公[开開]/

/**
 * The element that holds the article: the deepest one with nearly all text that is no link,
 * widened until a title stands in it.
 */
export function findArticle(root: AnyNode): AnyNode {
  let weight = weigh(root)
  const most = weight.own * 0.75
  for (;;) {
    const best = weight.heaviest
    if (!best || best.own < most || !best.hasTitle || isTable(best.node)) return weight.node
    weight = best
  }
}

const isTable = (node: AnyNode): boolean => isTag(node) && node.name === 'table'

function weigh(node: AnyNode): Weight {
  let own = 0
  let hasTitle = false
  let heaviest: Weight | undefined
  for (const child of childrenOf(node)) {
    if (isText(child)) {
      const length = child.data.trim().length
      own += length
      hasTitle ||= length > 3 && child.data.includes('公') && (holdsTitle(child.data) || tornTitle.test(child.data))
    } else if (isTag(child)) {
      const weight = weigh(child)
      const isLink = child.name === 'a'
      own += isLink ? weight.own * 0.05 : weight.own
      hasTitle ||= weight.hasTitle && !isLink
      if (weight.own > (heaviest?.own ?? 0)) heaviest = weight
    }
  }
  return { node, own, hasTitle, heaviest }
}
