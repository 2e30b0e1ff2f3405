import { trace } from '../readers/cell-text.ts'
import { remember } from '../remember.ts'

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

const counted = '件|宗|个|项|条|次|份|人|起|篇|封|户|家|类|部|批|张|本'
const startsCounted = new RegExp(`^(?:${counted})`)
const endsCounted = new RegExp(`(?:${counted})$`)
/** Marks of footnotes behind a number; compatibility folding would make digits of them. */
const noteMark = /(?<=[\d０-９])\s*(?:[①-⑳⑴-⒇❶-❿¹²³⁰-⁹]+|\[\d{1,2}\]|[*＊])$/

const sign = /^(?:[+＋]|增加?|新增|增长)/
const minus = /^(?:[-−–—－]|减少?|下降)(?=\d)/
const number = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/

/**
 * Reads one printed value.
 *
 * @returns state `value` for any number (0 and 零 included), `blank` for nothing, `not_applicable` for a dash,
 * slash or 无, `text` for words; a number with words behind it keeps them as `note`
 */
export const parseValue = (raw: string): ParsedValue => (raw === '0' ? zero : parseOnce(raw))

/** Most cells of most reports. */
const zero: ParsedValue = { state: 'value', value: 0, note: null, unit: null }

const parseOnce = remember(parse)

function parse(raw: string): ParsedValue {
  if (isSeveral(raw)) return words(null)
  const mark = noteMark.exec(raw)
  if (mark) return { ...parse(raw.slice(0, mark.index)), note: mark[0].trim() }
  const text = raw.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '')
  if (text === '') return blank
  if (/^[-/\\—–−_一~·*]+$|^无$|^(?:n\/?a|nan|null|none)$/i.test(text)) {
    return { state: 'not_applicable', value: null, note: null, unit: null }
  }
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
  if (after !== '' && !/^[(,。;:]/.test(after)) return words(null)
  const value = Number(match[0].replaceAll(',', '')) * (isNegative ? -1 : 1)
  return { state: 'value', value, note: after === '' ? null : after, unit: toUnit(unit) }
}

function toUnit(unit: string | undefined): ParsedValue['unit'] {
  if (unit === undefined) return null
  return unit === '元' ? '元' : unit.startsWith('亿') ? '亿元' : '万元'
}

const digits = '零一二三四五六七八九'

/** A Chinese numeral below 100; 一 alone is a dash as often as a one, so it is not read. */
function fromChinese(text: string): number | undefined {
  if (/^[零〇○]$/.test(text)) return 0
  const match = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text)
  if (match) return (match[1] ? digits.indexOf(match[1]) : 1) * 10 + (match[2] ? digits.indexOf(match[2]) : 0)
  return /^[二三四五六七八九两]$/.test(text) ? Math.max(2, digits.indexOf(text)) : undefined
}

/** Digits with a space between them are several values, unless one space separates thousands. */
function isSeveral(raw: string): boolean {
  return /\d\s+\d/.test(raw) && !/^\s*\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+\s*$/.test(raw)
}

/** Whether the text can stand in a value cell: a number, joined digits, a dash, 无, nothing, or what cannot be read. */
export const isValueLike = (raw: string): boolean =>
  /^\s*\d[\d,]*\s*$/.test(raw) || raw.includes(trace) || parseValue(raw).state !== 'text'
