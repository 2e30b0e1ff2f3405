import { readNumeral } from '../text/chinese-numerals.ts'

/** A date read from text; damaged when the marks between month and day are lost. */
export type DateReading =
  | { readonly kind: 'date'; readonly on: string }
  | { readonly kind: 'damaged'; readonly candidates: readonly string[] }

const FIRST_YEAR = 2004
const LAST_YEAR = 2099

/** Chinese numerals of a date as digits: 二〇二四年一月十八日 → 2024年1月18日. */
export function toDigits(text: string): string {
  if (!/[一二三四五六七八九〇○零十OＯ０]\s*[年月日]/.test(text)) return text
  return text
    .replace(/[一二三四五六七八九〇○零OＯ０]{4}(?=\s*年)/g, (year) => [...year].map(toDigit).join(''))
    .replace(/(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=\s*[月日])/g, toDigit)
}

/** A numeral in digits; the letter O and a full-width zero stand for 〇. */
const toDigit = (numeral: string): string => String(/[OＯ０]/.test(numeral) ? 0 : (readNumeral(numeral) ?? numeral))

/** An ISO date, or null if there is no such day or the year is outside 2004-2099. */
export function toIsoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : null
}

const DATE = /(?<!\d)(20\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?/

/** The first complete date printed in a text, as ISO. */
export function findDate(text: string): string | null {
  const match = DATE.exec(toDigits(text))
  return match === null ? null : toIsoDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Ways to cut the digits left of month and day: 117 is 1月17日 or 11月7日. */
function cutDigits(year: number, digits: string): readonly string[] {
  return [1, 2].flatMap((at) => {
    const [month, day] = [digits.slice(0, at), digits.slice(at)]
    if (day === '' || day.length > 2 || (month.length + day.length > 2 && (month === '0' || day === '0'))) return []
    return toIsoDate(year, Number(month), Number(day)) ?? []
  })
}

/** Reads a text that is a date and nothing else; null if it is not. */
export function readLoneDate(text: string): DateReading | null {
  const printed = text.trim().replace(/^[（(]|[）)]$/g, '')
  if (!/^[2二]/.test(printed)) return null
  const digits = toDigits(printed)
  const whole = /^20\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?[。.]?$/.test(digits)
  const on = whole ? findDate(digits) : null
  if (on !== null) return { kind: 'date', on }
  const damaged =
    /^(20\d{2})\s*(?:年\s*)?(\d{2,4})\s*日?$/.exec(digits) ?? /^(20\d{2})年\s*(\d{1,2}\s+\d{1,2})日?$/.exec(digits)
  if (damaged === null || (!digits.includes('年') && digits.length < 7)) return null
  const [, year = '', rest = ''] = damaged
  const parts = rest.split(/\s+/)
  const spaced = parts.length === 2 ? toIsoDate(Number(year), Number(parts[0]), Number(parts[1])) : null
  return { kind: 'damaged', candidates: spaced === null ? cutDigits(Number(year), rest) : [spaced] }
}

/** The date an address carries in its path, e.g. /t20240118_ or /2024-01/18/ or /202401/t20240118. */
export function findUrlDate(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const match = /(?<!\d)(20\d{2})[-/_]?(\d{2})[-/_]?(\d{2})(?!\d)/.exec(path)
  return match === null ? null : toIsoDate(Number(match[1]), Number(match[2]), Number(match[3]))
}
