import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { limits } from '../../limits.ts'
import { numeral } from '../cell-text.ts'
import type { Survey } from './survey.ts'

/** Declarations that hold for an element, by property. */
export type Style = ReadonlyMap<string, string>

/** Longer styles are cut: nobody writes them by hand, and no office does. */
const longest = 4000
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
  const found = text.slice(0, longest).matchAll(/([\w-]+)\s*:\s*((?:[^;("']|\([^()]*\)|"[^"]*"|'[^']*')*)/g)
  for (const [, printed = '', said = ''] of found) {
    const name = printed.toLowerCase()
    const value = said
      .trim()
      .toLowerCase()
      .replace(/\s*!\s*important$/, important)
    style.set(usualNames.get(name) ?? name, value)
    const size = name === 'font' ? /(?:^|\s)(0|[\d.]+(?:px|pt|r?em|%))(?=[\s/]|$)/.exec(value)?.[1] : undefined
    if (size !== undefined) style.set('font-size', size)
  }
  return style
}

/** What an element declares for all that is in it, until something there declares it anew. */
const inherited = ['visibility', 'font-size', 'color'] as const

interface Rule {
  readonly selector: string
  readonly text: string
  /** How exactly the selector names its elements: ids before classes before names. */
  readonly weight: number
}

interface ParsedRule extends Rule {
  readonly style: Style
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
  const declared = new Map<Element, ParsedRule[]>()
  for (const rule of findKnown(rules, deciding, toInherited(suspects, page))) {
    const parsed = { ...rule, style: parseStyle(rule.text) }
    for (const element of select($, rule.selector, deciding.has(rule))) {
      declared.set(element, [...(declared.get(element) ?? []), parsed])
      if (deciding.has(rule)) suspects.add(element)
    }
  }
  return {
    suspects,
    of: (element) => merge(declared.get(element) ?? [], element.attribs['style']),
    printed: findPrinted($, rules),
  }
}

/** What elements declare for themselves that elements inside them may undo. */
function toInherited(suspects: Iterable<Element>, page: Survey): readonly string[] {
  const styles = [...suspects].map(({ attribs }) => parseStyle(attribs['style'] ?? ''))
  const names: string[] = inherited.filter((name) => styles.some((style) => style.has(name)))
  return page.of('font').some(({ attribs }) => 'color' in attribs) ? [...names, 'color'] : names
}

/** The rules that are looked up, in order. */
function findKnown(rules: readonly Rule[], deciding: ReadonlySet<Rule>, names: readonly string[]): readonly Rule[] {
  const properties = new Set([...names, ...[...deciding].flatMap(({ text }) => [...parseStyle(text).keys()])])
  if (properties.size === 0) return []
  if (properties.has('color')) properties.add('background')
  const undoing = rules.filter(({ text }) =>
    parseStyle(text)
      .keys()
      .some((name) => properties.has(name)),
  )
  const known = new Set([...deciding, ...undoing].slice(0, limits.selectors))
  return rules.filter((rule) => known.has(rule))
}

/** Elements before or behind whose text a rule prints a number or a picture, as it stands in the rule or in an attribute. */
function findPrinted($: CheerioAPI, rules: readonly Rule[]): readonly Element[] {
  return rules
    .flatMap(({ selector, text }) => {
      const own = /^(.+?)::?(?:before|after)$/i.exec(selector)?.[1]
      const style = own === undefined ? undefined : parseStyle(text)
      const content = style?.get('display') === 'none' ? undefined : style?.get('content')
      if (own === undefined || content === undefined) return []
      const attribute = /attr\(\s*([\w-]+)/.exec(content)?.[1]
      const said = content.replace(/attr\([^)]*\)/g, '').replace(escaped, toSign)
      return said.includes('url(') || numeral.test(said) || attribute !== undefined ? [{ own, said, attribute }] : []
    })
    .slice(0, limits.selectors)
    .flatMap(({ own, said, attribute = '' }) => {
      const isSaid = said.includes('url(') || numeral.test(said)
      return select($, own, false).filter(({ attribs }) => isSaid || numeral.test(attribs[attribute] ?? ''))
    })
}

/** A sign by its number, as icons are: `\e601` is none, `\31` is the digit 1. */
const escaped = /\\([\da-f]{1,6})\s?/g
const lastSign = 0x10ffff
const toSign = (_: string, hex: string): string => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), lastSign))

/** Rules in order, each selector by itself. Those for print and for other widths of the window are passed over. */
function readRules($: CheerioAPI, found: readonly Element[]): readonly Rule[] {
  const sheets = found
    .filter(({ attribs }) => isForScreens(attribs['media'] ?? ''))
    .map((sheet) => $(sheet).text())
    .filter(({ length }) => length <= limits.styleSheet)
  const text = sheets
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->|@(?:charset|import|namespace)[^;{}]*;/g, '')
    .replace(/@media([^{};]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/g, (_, media: string, inner: string) =>
      isForScreens(media) ? inner : '',
    )
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...text.matchAll(/([^{}]{1,300})\{([^{}]{0,2000})\}/g)].flatMap(([, selectors = '', style = '']) =>
    selectors.split(/,(?![^(]*\))/).map((one) => ({ selector: one.trim(), text: style, weight: weigh(one) })),
  )
}

const isForScreens = (media: string): boolean =>
  /^\s*(?:(?:only\s+)?screen|all)?\s*(?:$|,)|,\s*(?:screen|all)\s*(?:$|,)/i.test(media)

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

const weigh = (selector: string): number =>
  10_000 * count(selector, /#[\w-]/g) +
  100 * count(selector, /[.[]|(?<!:):(?!:|not|is|where)/g) +
  count(selector, /(?:^|[\s>+~(])[a-z]/gi)

/** Signs of what only a browser can tell, or what would cost the square of the page. */
const beyond = /::|:(?:before|after|first-l|has|focus|target|link|visited|hover|active|fullscreen|-)|~(?!=)|&/

/**
 * Elements that a selector names. Elements that would be hidden are not, where they are most of the page: scripts show
 * such parts again.
 */
function select($: CheerioAPI, selector: string, hides: boolean): readonly Element[] {
  if (selector === '' || beyond.test(selector)) return []
  const found = find($, selector)
  const isMost = hides && $(found).text().length * 2 >= $.root().text().length
  return isMost ? [] : found
}

function find($: CheerioAPI, selector: string): Element[] {
  try {
    return $<Element, string>(selector).toArray()
  } catch {
    return [] // no selector, or one that came after this parser of selectors: it names nothing here
  }
}

/** Later rules win over earlier ones, more exact ones over both, then what the element says itself, then what is important. */
function merge(rules: readonly ParsedRule[], own: string | undefined): Style {
  const layers = rules.toSorted((a, b) => a.weight - b.weight).map(({ style }) => style)
  if (own !== undefined) layers.push(parseStyle(own))
  const all = layers.flatMap((style) => [...style])
  const isImportant = ([, value]: readonly [string, string]) => value.endsWith(important)
  const ordered = [...all.filter((one) => !isImportant(one)), ...all.filter(isImportant)]
  return new Map(ordered.map(([name, value]) => [name, value.replace(important, '')]))
}
