import { limits, Unreadable } from '../limits.ts'
import { toChineseNumeral } from '../text/chinese-numerals.ts'

/** One level of a list: its first number, how numbers are written, and what is printed, as in `第%1条`. */
export interface ListLevel {
  readonly start: number
  /** By the name that DOCX has for it. */
  readonly format: string
  readonly text: string
}

/** A list of a document: what it counts with, and what it changes of it. */
export interface List {
  /** Lists that count with the same definition go on with each other's numbers. */
  readonly definitionId: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** First number of a level that starts again, although other lists count with the same definition. */
  readonly starts: ReadonlyMap<number, number>
}

/** Numeral of the next paragraph of a list, e.g. `二、`; counts on with every call. */
export type NextNumeral = (listId: string, level: number) => string

/** Counts the paragraphs of lists as Word does. */
export function countLists(listOf: (listId: string) => List | undefined): NextNumeral {
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return (listId, level) => {
    const list = listOf(listId)
    const own = list?.levels.get(level)
    if (!list || !own || own.format === 'bullet' || own.format === 'none') return ''
    const counts = counters.get(list.definitionId) ?? []
    counters.set(list.definitionId, counts)
    const restart = begun.has(`${listId}|${level}`) ? undefined : list.starts.get(level)
    begun.add(`${listId}|${level}`)
    counts[level] = restart ?? (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    return toLabel(own.text, (at) => {
      const shown = list.levels.get(at)
      return shown ? toNumeral(counts[at] ?? shown.start, shown.format) : ''
    })
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
