import type { CheerioAPI } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { countLists, type List, type ListLevel, type NextNumeral } from '../numbering.ts'
import type { Part } from './document-parts.ts'
import { once } from './once.ts'

/** The list of a paragraph and its level in it. */
export interface ListPlace {
  readonly numId: string | undefined
  readonly level: number
}

/** Resolves automatic numbering to the numerals that Word prints. */
export interface Numbering {
  readonly next: NextNumeral
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
  const lists = once(() => {
    const $ = parts.numbering()?.parse()
    return $ && readLists($)
  })
  const byStyle = once(() => {
    const $ = parts.styles()?.parse()
    return $ && readStyles($)
  })
  return {
    ofStyle: (styleId) => byStyle()?.get(styleId),
    next: countLists((numId) => lists()?.get(numId)),
  }
}

function readAbstracts($: CheerioAPI): ReadonlyMap<string, ReadonlyMap<number, ListLevel>> {
  const found = $('w\\:abstractNum').toArray()
  return new Map(found.map((one) => [one.attribs['w:abstractNumId'] ?? '', readLevels($, one)]))
}

function readLists($: CheerioAPI): ReadonlyMap<string, List> {
  const abstracts = readAbstracts($)
  const found = $('w\\:num').toArray()
  return new Map(found.map((one) => [one.attribs['w:numId'] ?? '', readList($, one, abstracts)]))
}

function readList($: CheerioAPI, list: Element, abstracts: ReturnType<typeof readAbstracts>): List {
  const restarts = $(list).find('w\\:lvlOverride:has(> w\\:startOverride)').toArray()
  const definitionId = attributeOf($, list, 'w\\:abstractNumId') ?? ''
  return {
    definitionId,
    levels: new Map([...(abstracts.get(definitionId) ?? []), ...readLevels($, list)]),
    starts: new Map(
      restarts.map((one) => [toLevel(one.attribs['w:ilvl']), toStart(attributeOf($, one, 'w\\:startOverride'))]),
    ),
  }
}

function readLevels($: CheerioAPI, parent: Element): ReadonlyMap<number, ListLevel> {
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
