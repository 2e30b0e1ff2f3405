import { readNumeral } from '../text/chinese-numerals.ts'
import { remember } from '../text/remember.ts'
import { trace } from '../text/trace.ts'

/** What a printed value says, before it is tied to a cell. */
export interface ParsedValue {
  readonly state: 'value' | 'blank' | 'not_applicable' | 'text'
  readonly value: number | null
  readonly note: string | null
  /** Unit printed with the number, if any. */
  readonly unit: '元' | '万元' | '亿元' | null
}

const blank: ParsedValue = { state: 'blank', value: null, note: null, unit: null }
const words = (note: string | null): ParsedValue => ({ state: 'text', value: null, note, unit: null })

const counted = '(?:人|批|条|件|项|篇|场|户|起)次|件|宗|个|项|条|次|份|人|起|篇|封|户|家|类|部|批|张|本|例|场|名|册|卷'
const startsCounted = new RegExp(`^(?:${counted})`)
const endsCounted = new RegExp(`(?:${counted})$`)

/** Slashes and dashes of all kinds: in a cell they say that nothing is to be counted. For use in a class of signs. */
export const strokes = '\\/／∕⁄╱⧸\\\\＼\\p{Pd}−'

const nothing = new RegExp(`^(?:[${strokes}_~·*]+|一|无|n/?a|nan|null|none)$`, 'iu')

/** Numbers in circles, brackets or raised: marks of notes as likely as numbers; folding would make digits of them. */
const enclosed = '①-⓿❶-➓㈠-㈩㉈-㉟㊀-㊉㊱-㊿¹²³⁰-⁹₀-₉\u{1F100}-\u{1F10C}'
const isEnclosed = new RegExp(`[${enclosed}]`, 'u')
/** Marks of footnotes behind a number. */
const noteMark = new RegExp(`(?<=[\\d０-９])\\s*(?:[${enclosed}]+|\\[\\d{1,2}\\]|[*＊])$`, 'u')

/** A no-break space of which decoding made a question mark; the space beside it was kept. */
const lostSpace = /^\s*[?？]\s+(?=[-+−\d])|(?<=\d)\s+[?？]\s*$/g
/** A mark behind which digits go on is inside the number: `12。5`, `12;5`, `12,5`. */
const goesOn = /^[,.。;:、]\d/

const sign = /^(?:[+＋]|增加?|新增|增长)/
const minus = /^(?:[-−–—－]|减少?|下降)(?=\d)/
const number = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/

/**
 * Reads one printed value.
 *
 * @returns state `value` for any number (0 and 零 included), `blank` for nothing, `not_applicable` for a dash,
 * slash or 无, `text` for words and for what is no plain number (`12。5`, `⑫`); a number with words behind it keeps
 * them as `note`
 */
export const parseValue = (raw: string): ParsedValue => (raw === '0' ? zero : parseOnce(raw))

/** Most cells of most reports. */
const zero: ParsedValue = { state: 'value', value: 0, note: null, unit: null }

const parseOnce = remember(parse)

function parse(raw: string): ParsedValue {
  if (isSeveral(raw)) return words(null)
  const mark = noteMark.exec(raw)
  if (mark) return { ...parse(raw.slice(0, mark.index)), note: mark[0].trim() }
  if (isEnclosed.test(raw)) return words(null)
  const text = raw
    .replace(lostSpace, '')
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
  if (text === '') return blank
  if (nothing.test(text)) return { state: 'not_applicable', value: null, note: null, unit: null }
  const chinese = fromChinese(text.replace(endsCounted, ''))
  if (chinese !== undefined) return { state: 'value', value: chinese, note: null, unit: null }
  return parseNumber(text)
}

function parseNumber(text: string): ParsedValue {
  const isNegative = minus.test(text)
  const bare = text.replace(minus, '').replace(sign, '')
  const match = number.exec(bare)
  if (!match || /^0\d|^\d{13}/.test(match[0])) return words(null)
  const rest = bare.slice(match[0].length)
  const unit = /^(亿元|万元|元|万|亿)/.exec(rest)?.[1]
  const after = rest.slice(unit?.length ?? 0).replace(startsCounted, '')
  if (after !== '' && (!/^[(,。;:]/.test(after) || goesOn.test(after))) return words(null)
  const value = Number(match[0].replaceAll(',', '')) * (isNegative ? -1 : 1)
  return { state: 'value', value, note: after === '' ? null : after, unit: toUnit(unit) }
}

function toUnit(unit: string | undefined): ParsedValue['unit'] {
  if (unit === undefined) return null
  return unit === '元' ? '元' : unit.startsWith('亿') ? '亿元' : '万元'
}

const belowHundred = /^(?:[零〇○两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)$/

/** A Chinese numeral below 100; 一 alone is a dash as often as a one, so it is not read. */
const fromChinese = (text: string): number | undefined => (belowHundred.test(text) ? readNumeral(text) : undefined)

/** Digits with a space between them are several values, unless one space separates thousands. */
function isSeveral(raw: string): boolean {
  return /\d\s+\d/.test(raw) && !/^\s*\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+\s*$/.test(raw)
}

/** Whether the text can stand in a value cell: a number, one with a slip, joined digits, a dash, 无, nothing, or what cannot be read. */
export const isValueLike = (raw: string): boolean =>
  /^\s*\d[\d,]*\s*$/.test(raw) || raw.includes(trace) || parseValue(raw).state !== 'text' || isSlip(raw)

const longestSlip = 30

/** Digits and signs that make no number, such as `12。5` or `+(0) -(0)`; a numeral, a date and a share are none. */
const isSlip = (text: string): boolean =>
  text.length <= longestSlip &&
  /^[^\p{L}%％]*\p{N}[^\p{L}%％]*$/u.test(text) &&
  !/^\s*[(（]?\d{1,2}\s*[.．、)）]\s*$|\d{4}\s*[-./]\s*\d|\d\s+\d/.test(text)

/** A number as it may stand on a line, with a slip in it or without, or a mark for none; neither has a space inside. */
export const printedValue = `(?:[?？]\\s+)?(?:[-+−]?\\d(?:[\\d,.]|[。；，;:：、](?=\\d))*|[${strokes}]{1,3}|无)`
