import type { Metadatum } from '../../types.ts'
import { type AnyNode, childrenOf, elementsOf, isTag, textOf } from './tree.ts'

/** Signs of the data that a page prints about its document. */
const label =
  /索\s*引\s*号|文\s*号|(?:发布|公开|发文|制作)\s*(?:机构|机关|单位|主体)|(?:日期|时间)\s*(?:[:：]|(?=20\d\d)|$)|来\s*源\s*[:：]/
const blocks = /^(?:p|div|tr|li|dl|dt|dd|td|th|table|tbody|ul|ol|section|header|article|h[1-6])$/
const longest = 300
const reach = 12

const toLine = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim()

/**
 * Lines before the article that say something about the document, such as a box with index number, publisher and date;
 * cells of a row are separated by tabs.
 */
export function readSurroundings(root: AnyNode, article: AnyNode): readonly Metadatum[] {
  if (root === article) return []
  const around = new Set(pathTo(root, article))
  const lines: string[] = []
  // Returns whether the article was reached; what stands behind it are links and footers.
  const visit = (node: AnyNode): boolean => {
    if (node === article) return true
    if (!isTag(node)) return childrenOf(node).some(visit)
    const cells = elementsOf(node)
    if (node.name === 'tr') {
      if (around.has(node)) return cells.some(visit)
      lines.push(cells.map((cell) => toLine(textOf(cell))).join('\t'))
      return false
    }
    if (cells.some((child) => blocks.test(child.name)) || around.has(node)) return childrenOf(node).some(visit)
    lines.push(toLine(textOf(node)))
    return false
  }
  visit(root)
  const printed = lines.filter((line) => line !== '' && line.length <= longest)
  // Labels may stand above their values, so lines close below a label are kept.
  const isNear = (at: number) => printed.slice(Math.max(0, at - reach), at + 1).some((line) => label.test(line))
  return printed.filter((_, at) => isNear(at)).map((value) => ({ name: 'page', value }))
}

/** The element that is sought and those it stands in, or nothing where it is not found. */
function pathTo(node: AnyNode, sought: AnyNode): readonly AnyNode[] {
  if (node === sought) return [node]
  for (const child of childrenOf(node)) {
    const path = isTag(child) ? pathTo(child, sought) : []
    if (path.length > 0) return [...path, node]
  }
  return []
}
