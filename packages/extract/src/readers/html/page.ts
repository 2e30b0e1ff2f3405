import { type CheerioAPI, load } from 'cheerio'
import { Parser } from 'parse5'
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter'
import { limits, Unreadable } from '../../limits.ts'

/**
 * Parses a page as browsers do, whatever its mark-up.
 *
 * @throws {Unreadable} `limit_exceeded` as soon as elements nest too deep or one has too many attributes: the parser asks
 * every open element at each tag and every attribute at each name, so that such a page would cost it the square of its
 * length
 */
export function parsePage(source: string): CheerioAPI {
  const parser = new Parser<Htmlparser2TreeAdapterMap>({ treeAdapter: toBoundedAdapter(), scriptingEnabled: true })
  for (let from = 0; from < source.length || from === 0; ) {
    const end = findCut(source, from + chunk)
    parser.tokenizer.write(source.slice(from, end), end >= source.length)
    checkOpenTag(parser)
    from = Math.max(end, 1)
  }
  return load(parser.document, { scriptingEnabled: true })
}

/** Characters that the parser is given at once. */
const chunk = 16_384

/** The first place from `at` on behind a sign that no character reference holds. */
function findCut(source: string, at: number): number {
  let end = Math.min(at, source.length)
  while (end < source.length && !/[\s/"'<>]/.test(source.charAt(end - 1))) end++
  return end
}

function toBoundedAdapter() {
  let open = 0
  return {
    ...adapter,
    onItemPush() {
      if (++open > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
    },
    onItemPop() {
      open--
    },
  }
}

/** What the tokenizer holds of a tag that is not yet closed; its types keep that to themselves. */
interface Tokenizing {
  readonly currentToken: { readonly attrs?: readonly unknown[] } | null
}

function checkOpenTag({ tokenizer }: Parser<Htmlparser2TreeAdapterMap>): void {
  const count = (tokenizer as unknown as Tokenizing).currentToken?.attrs?.length ?? 0
  if (count > limits.attributes)
    throw new Unreadable('limit_exceeded', `an element has more than ${limits.attributes} attributes`)
}
