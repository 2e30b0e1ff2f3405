import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { parsePage } from '../src/readers/html/parse.ts'
import { PageParser } from '../src/readers/html/tokenizer.ts'
import { childrenOf, isElement, type TreeNode } from '../src/readers/html/tree.ts'

const tags =
  '<p>,<b>,</b>,<a>,</a>,<div>,<p,<td,<h1>,<o:p>,<x-y,<spanÉ,<TD COLSPAN=2,<table>,<tr>,</table>,</p>,</td>,<!--,-->,<script>,</script>,<textarea>,</textarea>,>,/>,<'
const attributes = ` class=",style=', data-Aé=, hidden ,",',=,/,\``
const references = '&,&amp;,&nbsp,&#x4e00;,&#0;,&notit;'
const texts = '公开,a,Z,-,0,𠮷,😀,\ufeff,\ufffe,\0,\r,\n,\r\n,\t,\f, ,\u3000,\u00a0'
const pieces = [tags, attributes, references, texts].flatMap((list) => list.split(','))
/** Without lone surrogates, which no decoder gives. */
const markup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))

const own = (source: string): string => serialize(PageParser.parse<DefaultTreeAdapterMap>(source))
const theirs = (source: string): string => serialize(parse(source))

test('whatever the mark-up, runs of characters make the tokens that single ones make', () => {
  fc.assert(
    fc.property(markup, (source) => {
      expect(own(source), 'tokenizer.ts takes a character that parse5 treats in another way').toBe(theirs(source))
    }),
    { numRuns: 3000, seed: 1 },
  )
})

/** White space between the parts of a table is all that the reader leaves out, beside comments. */
const tableParts = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr'])
const outline = (name: string, children: readonly string[]) => `${name}(${children.join('')})`

const outlineOf = (node: TreeNode): string =>
  childrenOf(node)
    .map((child) => (isElement(child) ? outline(child.name, [outlineOf(child)]) : child.data))
    .join('')

type Node = DefaultTreeAdapterMap['node']
const outlineOfTheirs = (node: Node): string => {
  if (!('childNodes' in node)) return ''
  const isPart = tableParts.has(node.nodeName)
  return node.childNodes
    .map((child) => {
      if ('tagName' in child) return outline(child.tagName, [outlineOfTheirs(child)])
      return 'value' in child && !isPart ? child.value : ''
    })
    .join('')
}

test('whatever the mark-up, the nodes of a page stand where parse5 puts them', () => {
  fc.assert(
    fc.property(markup, (source) => {
      const found = outlineOf(parsePage(source))
      expect(found, 'page-node.ts links a node to another place than parse5').toBe(outlineOfTheirs(parse(source)))
    }),
    { numRuns: 3000, seed: 1 },
  )
})

test.each([
  ['text', (of: string) => of],
  ['a value', (of: string) => `<p title="${of}" lang='${of}'>0</p>`],
  ['a value that never ends', (of: string) => `<p title="${of}`],
])('%s longer than what the parser keeps at once comes out whole', (_, wrap) => {
  const source = wrap(`公开 &amp; 𠮷\r\n`.repeat(20_000))
  expect(own(source)).toBe(theirs(source))
})

test('references without end are read in linear time', () => {
  const time = (count: number) => {
    const startedAt = performance.now()
    PageParser.parse(`<p title="${'&'.repeat(count)}">`)
    return performance.now() - startedAt
  }
  time(20_000)
  const [short, long] = [time(40_000), time(400_000)]
  expect(long, 'ten times the characters may take some forty times as long, not a hundred').toBeLessThan(
    short * 40 + 50,
  )
})
