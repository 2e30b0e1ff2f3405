import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { limits } from '../../limits.ts'
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
  readonly style: Style
  /** How exactly the selector names its elements: ids before classes before names. */
  readonly weight: number
}

/** What style sheets and elements declare, as far as it may decide what is seen. */
export interface Styles {
  /** Elements of which something is declared that may decide. */
  readonly suspects: ReadonlySet<Element>
  readonly of: (element: Element) => Style
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
  for (const rule of rules.filter((one) => known.has(one))) {
    for (const element of select($, rule.selector, deciding.has(rule))) {
      declared.set(element, [...(declared.get(element) ?? []), rule])
      if (deciding.has(rule)) suspects.add(element)
    }
  }
  return { suspects, of: (element) => merge(declared.get(element) ?? [], element.attribs['style']) }
}

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
    selectors
      .split(/,(?![^(]*\))/)
      .map((one) => ({ selector: one.trim(), text: style, style: parseStyle(style), weight: weigh(one) })),
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
function merge(rules: readonly Rule[], own: string | undefined): Style {
  const layers = rules.toSorted((a, b) => a.weight - b.weight).map(({ style }) => style)
  if (own !== undefined) layers.push(parseStyle(own))
  const all = layers.flatMap((style) => [...style])
  const isImportant = ([, value]: readonly [string, string]) => value.endsWith(important)
  const ordered = [...all.filter((one) => !isImportant(one)), ...all.filter(isImportant)]
  return new Map(ordered.map(([name, value]) => [name, value.replace(important, '')]))
}
