import { type CheerioAPI, load } from 'cheerio'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { limits, Unreadable } from '../../limits.ts'

/**
 * Parses a page as browsers do, whatever its mark-up.
 *
 * @throws {Unreadable} `limit_exceeded` as soon as elements nest too deep: the parser asks every open element at each
 * tag, so that a page of open tags would cost it the square of its length
 */
export function parsePage(source: string): CheerioAPI {
  let open = 0
  const treeAdapter = {
    ...adapter,
    onItemPush() {
      if (++open > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
    },
    onItemPop() {
      open--
    },
  }
  return load(source, { treeAdapter, scriptingEnabled: true })
}
