import type { CheerioAPI } from 'cheerio'
import { limits, Unreadable } from '../../limits.ts'
import { numeral } from '../cell-text.ts'
import { isForScreens, readBlocks, splitSelectors } from './sheet.ts'
import type { Survey } from './survey.ts'
import { type AnyNode, childrenOf, type Element, isText } from './tree.ts'

/** Declarations that hold for an element, by property. */
export type Style = ReadonlyMap<string, string>

/** Longer styles are cut: nobody writes them by hand, and no office does. */
const longest = 2000
const important = '!important'

/** Properties by which others can be said, too. */
const usualNames: ReadonlyMap<string, string> = new Map([
  ['text-decoration-line', 'text-decoration'],
  ['background-color', 'background'],
  ['-webkit-text-fill-color', 'color'],
])

/** @example `Color: #FFF; display:none !important` → color `#fff`, display `none!important` */
export function parseStyle(text: string): Style {
  const style = new Map<string, string>()
  const found = text.slice(0, longest).matchAll(/(?<![\w-])([\w-]+)\s*:\s*((?:[^;("']|\([^()]*\)|"[^"]*"|'[^']*')*)/g)
  for (const [, printed = '', said = ''] of found) {
    const name = printed.toLowerCase()
    const value = toValue(said.trim().toLowerCase())
    style.set(usualNames.get(name) ?? name, value)
    const size = name === 'font' ? /(?:^|\s)(0|[\d.]+(?:px|pt|r?em|%))(?=[\s/]|$)/.exec(value)?.[1] : undefined
    if (size !== undefined) style.set('font-size', size)
  }
  return style
}

/** @example `none ! important` → `none!important` */
function toValue(said: string): string {
  const [, before] = /^([^!]*)!\s*important$/.exec(said) ?? []
  return before === undefined ? said : before.trimEnd() + important
}

/** What an element declares for all that is in it, until something there declares it anew. */
const inherited = ['visibility', 'font-size', 'color'] as const

interface Rule {
  readonly selector: string
  readonly text: string
  readonly style: Style
  /** How exactly the selector names its elements: ids before classes before names. */
  readonly weight: number
  /** Its place among all rules. */
  readonly at: number
}

/** What style sheets and elements declare, as far as it may decide what is seen. */
export interface Styles {
  /** Elements of which something is declared that may decide. */
  readonly suspects: ReadonlySet<Element>
  readonly of: (element: Element) => Style
  /** Elements in which a style sheet prints a number or a picture of its own. */
  readonly printed: readonly Element[]
}

/**
 * Reads the page's own style sheets. Looked up are the rules that may decide what is seen and, where there are such, the
 * rules that may undo them.
 *
 * @param decides whether a style may decide what is seen
 */
export function readStyles($: CheerioAPI, page: Survey, decides: (style: string) => boolean): Styles {
  const suspects = new Set(page.marked.filter(({ attribs }) => decides(attribs['style'] ?? '')))
  const rules = readRules($, page.of('style'))
  const deciding = new Set(rules.filter(({ text }) => decides(text)))
  const inline = [...suspects].map(({ attribs }) => parseStyle(attribs['style'] ?? ''))
  const properties = new Set([...deciding].flatMap(({ style }) => [...style.keys()]))
  for (const name of inherited) if (inline.some((style) => style.has(name))) properties.add(name)
  if (properties.has('color') || page.of('font').some(({ attribs }) => 'color' in attribs))
    properties.add('background').add('color')
  const undoing = rules.filter(({ style }) => style.keys().some((name) => properties.has(name)))
  const known = new Set([...deciding, ...undoing].slice(0, limits.selectors))
  const declared = new Map<Element, Rule[]>()
  const select = openSelector($, page)
  for (const rule of rules.filter((one) => known.has(one))) {
    for (const element of select(rule.selector, deciding.has(rule))) {
      const own = declared.get(element)
      if (own) own.push(rule)
      else declared.set(element, [rule])
      if (deciding.has(rule)) suspects.add(element)
    }
  }
  const merge = openMerger()
  const merged = new Map<Element, Style>()
  const of = (element: Element): Style => {
    const style = merged.get(element) ?? merge(declared.get(element) ?? [], element.attribs['style'])
    merged.set(element, style)
    return style
  }
  return { suspects, of, printed: findPrinted(rules, select) }
}

/** Elements before or behind whose text a rule prints a number or a picture, as it stands in the rule or in an attribute. */
function findPrinted(rules: readonly Rule[], select: Select): readonly Element[] {
  return rules
    .flatMap(({ selector, style }) => {
      const [, own] = /^(.+?)::?(?:before|after)$/i.exec(selector) ?? []
      const content = style.get('display') === 'none' ? undefined : style.get('content')
      if (own === undefined || content === undefined) return []
      const [, attribute] = /attr\(\s*([\w-]+)/.exec(content) ?? []
      const said = content.replace(/attr\([^()]*\)/g, '').replace(escaped, toSign)
      return said.includes('url(') || numeral.test(said) || attribute !== undefined ? [{ own, said, attribute }] : []
    })
    .slice(0, limits.selectors)
    .flatMap(({ own, said, attribute = '' }) => {
      const isSaid = said.includes('url(') || numeral.test(said)
      return select(own, false).filter(({ attribs }) => isSaid || numeral.test(attribs[attribute] ?? ''))
    })
}

/** A sign by its number, as icons are: `\e601` is none, `\31` is the digit 1. */
const escaped = /\\([\da-f]{1,6})\s?/g
const highest = 0x10ffff
const toSign = (_: string, hex: string): string => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), highest))

/** Rules in order, each selector by itself. Those for print and for other widths of the window are passed over. */
function readRules($: CheerioAPI, found: readonly Element[]): readonly Rule[] {
  const sheets = found
    .filter(({ attribs }) => isForScreens(attribs['media'] ?? ''))
    .map((sheet) => $(sheet).text())
    .filter(({ length }) => length <= limits.styleSheet)
  const sheet = sheets.join('\n').replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, '')
  return readBlocks(sheet)
    .flatMap(({ selectors, style: text }) => {
      const style = parseStyle(text)
      return splitSelectors(selectors).map((selector) => ({ selector, text, style, weight: weigh(selector) }))
    })
    .map((rule, at) => ({ ...rule, at }))
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

const weigh = (selector: string): number =>
  10_000 * count(selector, /#[\w-]/g) +
  100 * count(selector, /[.[]|(?<!:):(?!:|not|is|where)/g) +
  count(selector, /(?:^|[\s>+~(])[a-z]/gi)

/** Signs of what only a browser can tell, or what would cost the square of the page. */
const beyond = /::|:(?:before|after|first-l|has|focus|target|link|visited|hover|active|fullscreen|-)|~(?!=)|&/

type Select = (selector: string, hides: boolean) => readonly Element[]

/**
 * Finds the elements that a selector names. Elements that would be hidden are not, where they are most of the page:
 * scripts show such parts again. Only elements with the last class, id or name of the selector are looked at.
 */
function openSelector($: CheerioAPI, page: Survey): Select {
  const lengths = new Map<AnyNode, number>()
  const root = $.root()[0]
  const isMost = (elements: readonly Element[]): boolean =>
    root !== undefined &&
    elements.length > 0 &&
    elements.reduce((sum, element) => sum + lengthOf(element, lengths), 0) * 2 >= lengthOf(root, lengths)
  return (selector, hides) => {
    if (selector === '' || beyond.test(selector)) return []
    const found = filter($, page.having(lastSignOf(selector)), selector)
    return hides && isMost(found) ? [] : found
  }
}

/** The class, id or name by which a selector ends. @example `.a > td.b` → `.b`; `p:not(.a)` has none that is sure */
const lastSignOf = (selector: string): string => (selector.includes('\\') ? '' : (lastSign.exec(selector)?.[1] ?? ''))

const lastSign = /(?:^|[\s>+\w-])((?:[.#]|(?<![\w-]))[a-z_][\w-]*)$/i

/** Places among elements beside each other are counted from the first one for each of them. */
const counts = /:(?:nth-|only-|(?:first|last)-of-type)/
const mostCounted = 2000

function filter($: CheerioAPI, elements: readonly Element[], selector: string): readonly Element[] {
  if (counts.test(selector) && elements.some(({ parent }) => (parent?.children.length ?? 0) > mostCounted))
    throw new Unreadable('limit_exceeded', `a style sheet counts more than ${mostCounted} elements beside each other`)
  try {
    return $<Element, string>([...elements])
      .filter(selector)
      .toArray()
  } catch {
    return [] // no selector, or one that came after this parser of selectors: it names nothing here
  }
}

/** Characters of text below a node; each node is counted once. */
function lengthOf(node: AnyNode, known: Map<AnyNode, number>): number {
  const found =
    known.get(node) ??
    (isText(node) ? node.data.length : childrenOf(node).reduce((sum, child) => sum + lengthOf(child, known), 0))
  known.set(node, found)
  return found
}

/**
 * Later rules win over earlier ones, more exact ones over both, then what the element says itself, then what is
 * important. Elements under the same rules share what these say.
 */
function openMerger(): (rules: readonly Rule[], own: string | undefined) => Style {
  const known = new Map<string, Style>()
  return (rules, own) => {
    const key = rules.map(({ at }) => at).join(' ')
    const byRules = known.get(key) ?? layOver(rules.toSorted((a, b) => a.weight - b.weight).map(({ style }) => style))
    known.set(key, byRules)
    const style = own === undefined ? byRules : layOver([byRules, parseStyle(own)])
    return new Map([...style].map(([name, value]) => [name, value.replace(important, '')]))
  }
}

/** Styles over each other: of a property the last one holds, unless another is important. */
function layOver(styles: readonly Style[]): Style {
  const all = new Map<string, string>()
  for (const [name, value] of styles.flatMap((style) => [...style])) {
    if (!all.get(name)?.endsWith(important) || value.endsWith(important)) all.set(name, value)
  }
  return all
}
