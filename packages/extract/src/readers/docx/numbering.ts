import { SaxesParser } from 'saxes'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
}

/** Resolves automatic numbering to the numerals that Word prints. */
export interface Numbering {
  /** Numeral of the next paragraph of a list, e.g. `二、`; counts on with every call. */
  next(numId: string, level: number): string
  /** List of a paragraph style, if it has one. */
  ofStyle(styleId: string): { readonly numId: string; readonly level: number } | undefined
}

/** Reads numbering.xml and styles.xml; a document without them has no numbering. */
export function readNumbering(numberingXml: string | undefined, stylesXml: string | undefined): Numbering {
  const { lists, abstracts } = readLists(numberingXml)
  const styles = readStyles(stylesXml)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return {
    ofStyle: (styleId) => styles.get(styleId),
    next(numId, level) {
      const list = lists.get(numId)
      if (!list) return ''
      const levels = new Map([...(abstracts.get(list.abstractId) ?? []), ...list.levels])
      const own = levels.get(level)
      if (!own || own.format === 'bullet' || own.format === 'none') return ''
      const counts = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, counts)
      const restart = begun.has(`${numId}|${level}`) ? undefined : list.starts.get(level)
      begun.add(`${numId}|${level}`)
      counts[level] = restart ?? (counts[level] ?? own.start - 1) + 1
      counts.length = level + 1
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const shown = levels.get(at)
        return shown ? toNumeral(counts[at] ?? shown.start, shown.format) : ''
      })
    },
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Value of an attribute by its local name. */
export function attribute(attributes: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const direct = attributes[`w:${name}`]
  if (direct !== undefined) return String(direct)
  for (const key in attributes) if (local(key) === name) return String(attributes[key])
  return undefined
}

/** A list of the document: the definition it counts with, and what it changes of it. */
interface List {
  abstractId: string
  readonly levels: Map<number, Level>
  /** First number of a level that starts again, although other lists count with the same definition. */
  readonly starts: Map<number, number>
}

type Draft = { -readonly [key in keyof Level]: Level[key] }

function readLists(xml: string | undefined) {
  const lists = new Map<string, List>()
  const abstracts = new Map<string, Map<number, Level>>()
  let levels = new Map<number, Level>()
  let list: List | undefined
  let level = 0
  let draft: Draft | undefined
  walk(xml, (name, attributes) => {
    const value = attribute(attributes, 'val')
    if (name === 'abstractNum') {
      levels = new Map()
      abstracts.set(attribute(attributes, 'abstractNumId') ?? '', levels)
    } else if (name === 'num') {
      list = { abstractId: '', levels: new Map(), starts: new Map() }
      lists.set(attribute(attributes, 'numId') ?? '', list)
    } else if (name === 'abstractNumId' && list) list.abstractId = value ?? ''
    else if (name === 'lvlOverride') level = toLevel(attribute(attributes, 'ilvl'))
    else if (name === 'startOverride') list?.starts.set(level, toStart(value))
    else if (name === 'lvl') {
      level = toLevel(attribute(attributes, 'ilvl'))
      draft = { start: 1, format: 'decimal', text: '' }
      ;(list?.levels ?? levels).set(level, draft)
    } else if (draft && name === 'start') draft.start = toStart(value)
    else if (draft && name === 'numFmt') draft.format = value ?? 'decimal'
    else if (draft && name === 'lvlText') draft.text = value ?? ''
  })
  return { lists, abstracts }
}

function readStyles(xml: string | undefined) {
  const styles = new Map<string, { numId: string; level: number }>()
  let styleId = ''
  let level = 0
  walk(xml, (name, attributes) => {
    if (name === 'style') {
      styleId = attribute(attributes, 'styleId') ?? ''
      level = 0
    } else if (name === 'ilvl') level = toLevel(attribute(attributes, 'val'))
    else if (name === 'numId') styles.set(styleId, { numId: attribute(attributes, 'val') ?? '', level })
  })
  return styles
}

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

function walk(
  xml: string | undefined,
  open: (name: string, attributes: Readonly<Record<string, unknown>>) => void,
): void {
  if (xml === undefined) return
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => open(local(tag.name), tag.attributes))
  parser.on('error', () => {}) // a damaged list part costs numerals, not the document
  parser.write(xml).close()
}

const digits = '〇一二三四五六七八九'

/** A number in Chinese, 1 to 99. */
export function toChinese(value: number): string {
  if (value < 10) return digits.charAt(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? digits.charAt(tens) : ''}十${ones > 0 ? digits.charAt(ones) : ''}`
}

function toNumeral(value: number, format: string): string {
  if (/chinese|japanese|ideograph|taiwanese|korean/i.test(format) && !/EnclosedCircle/.test(format))
    return toChinese(value)
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return String.fromCharCode(0x245f + value)
  if (format === 'upperRoman') return toRoman(value)
  if (format === 'lowerRoman') return toRoman(value).toLowerCase()
  if (format === 'upperLetter') return String.fromCharCode(64 + value)
  if (format === 'lowerLetter') return String.fromCharCode(96 + value)
  return String(value)
}

function toRoman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [worth, sign] of parts) for (; rest >= worth; rest -= worth) text += sign
  return text
}
