import type { CheerioAPI } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { limits, Unreadable } from '../../limits.ts'
import { toChineseNumeral } from '../../text/chinese-numerals.ts'
import type { Part } from './document-parts.ts'
import { once } from './once.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
}

/** A list of the document: the definition it counts with, and what it changes of it. */
interface List {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  /** First number of a level that starts again, although other lists count with the same definition. */
  readonly starts: ReadonlyMap<number, number>
}

/** The list of a paragraph and its level in it. */
export interface ListPlace {
  readonly numId: string | undefined
  readonly level: number
}

/** Resolves automatic numbering to the numerals that Word prints. */
export interface Numbering {
  /** Numeral of the next paragraph of a list, e.g. `二、`; counts on with every call. */
  next(numId: string, level: number): string
  /** List of a paragraph style, if it has one. */
  ofStyle(styleId: string): ListPlace | undefined
}

/** The parts that say how a document counts, each parsed when it is first asked for; a document may have neither. */
interface NumberingParts {
  readonly numbering: () => Part | undefined
  readonly styles: () => Part | undefined
}

/** Numbering of a document; few documents count by themselves, so that nothing is parsed before a paragraph asks. */
export function readNumbering(parts: NumberingParts): Numbering {
  const definitions = once(() => {
    const $ = parts.numbering()?.parse()
    return $ ? { abstracts: readAbstracts($), lists: readLists($) } : undefined
  })
  const byStyle = once(() => {
    const $ = parts.styles()?.parse()
    return $ && readStyles($)
  })
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return {
    ofStyle: (styleId) => byStyle()?.get(styleId),
    next(numId, level) {
      const { abstracts, lists } = definitions() ?? {}
      const list = lists?.get(numId)
      if (!list) return ''
      const levels = new Map([...(abstracts?.get(list.abstractId) ?? []), ...list.levels])
      const own = levels.get(level)
      if (!own || own.format === 'bullet' || own.format === 'none') return ''
      const counts = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, counts)
      const restart = begun.has(`${numId}|${level}`) ? undefined : list.starts.get(level)
      begun.add(`${numId}|${level}`)
      counts[level] = restart ?? (counts[level] ?? own.start - 1) + 1
      counts.length = level + 1
      return toLabel(own.text, (at) => {
        const shown = levels.get(at)
        return shown ? toNumeral(counts[at] ?? shown.start, shown.format) : ''
      })
    },
  }
}

/**
 * The text of a level with its numbers.
 *
 * @throws {Unreadable} `limit_exceeded` where it is longer than any program prints
 */
function toLabel(text: string, toNumber: (level: number) => string): string {
  const label = text.slice(0, limits.numeral).replace(/%(\d)/g, (_, digit: string) => toNumber(Number(digit) - 1))
  if (text.length <= limits.numeral && label.length <= limits.numeral) return label
  throw new Unreadable('limit_exceeded', `an automatic numeral has more than ${limits.numeral} characters`)
}

function readAbstracts($: CheerioAPI): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const found = $('w\\:abstractNum').toArray()
  return new Map(found.map((one) => [one.attribs['w:abstractNumId'] ?? '', readLevels($, one)]))
}

function readLists($: CheerioAPI): ReadonlyMap<string, List> {
  const found = $('w\\:num').toArray()
  return new Map(found.map((one) => [one.attribs['w:numId'] ?? '', readList($, one)]))
}

function readList($: CheerioAPI, list: Element): List {
  const restarts = $(list).find('w\\:lvlOverride:has(> w\\:startOverride)').toArray()
  return {
    abstractId: attributeOf($, list, 'w\\:abstractNumId') ?? '',
    levels: readLevels($, list),
    starts: new Map(
      restarts.map((one) => [toLevel(one.attribs['w:ilvl']), toStart(attributeOf($, one, 'w\\:startOverride'))]),
    ),
  }
}

function readLevels($: CheerioAPI, parent: Element): ReadonlyMap<number, Level> {
  const found = $(parent).find('w\\:lvl').toArray()
  return new Map(
    found.map((level) => [
      toLevel(level.attribs['w:ilvl']),
      {
        start: toStart(attributeOf($, level, 'w\\:start')),
        format: attributeOf($, level, 'w\\:numFmt') ?? 'decimal',
        text: attributeOf($, level, 'w\\:lvlText') ?? '',
      },
    ]),
  )
}

/** Paragraph styles that number their paragraphs. */
function readStyles($: CheerioAPI): ReadonlyMap<string, ListPlace> {
  const numbered = $('w\\:style')
    .toArray()
    .filter((style) => $(style).find('w\\:numId').length > 0)
  return new Map(
    numbered.map((style) => [
      style.attribs['w:styleId'] ?? '',
      {
        numId: $(style).find('w\\:numId').attr('w:val') ?? '',
        level: toLevel($(style).find('w\\:ilvl').attr('w:val')),
      },
    ]),
  )
}

const attributeOf = ($: CheerioAPI, parent: Element, selector: string): string | undefined =>
  $(parent).children(selector).attr('w:val')

/** Level of a list, 0 to 8 as in Word; anything else is taken for the first. */
export function toLevel(value: string | undefined): number {
  const level = Number(value ?? 0)
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0
}

/** First number of a list; Word allows 0 to 32767. */
function toStart(value: string | undefined): number {
  const start = Number(value ?? 1)
  return Number.isInteger(start) && start >= 0 && start <= 32_767 ? start : 1
}

function toNumeral(value: number, format: string): string {
  if (/chinese|japanese|ideograph|taiwanese|korean/i.test(format) && !/EnclosedCircle/.test(format))
    return toChineseNumeral(value)
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return String.fromCharCode(0x245f + value)
  if (format === 'upperRoman') return toRoman(value)
  if (format === 'lowerRoman') return toRoman(value).toLowerCase()
  if (format === 'upperLetter') return toLetters(value)
  if (format === 'lowerLetter') return toLetters(value).toLowerCase()
  return String(value)
}

/** Behind Z comes AA, behind AZ, as Word counts, BB; beyond 30 letters it counts in digits. */
function toLetters(value: number): string {
  const times = Math.ceil(value / 26)
  return times < 1 || times > 30 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(times)
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function toRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [worth, sign] of romans) for (; rest >= worth; rest -= worth) text += sign
  return text
}
