import type { Line } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'
import type { IssueNote } from '../types.ts'
import { toDigits } from './dates.ts'

const PERIODS = [
  /统计(?:期限|时限|周期|起止时间|书记时间段|时间段?|期间?)[^。\d]{0,12}(20[012]\d)/,
  /(?:数据|信息)[^。\d]{0,8}(?:核定时间点|截止|截至)[^。\d]{0,6}(20[012]\d)/,
  /(?<!\d)(20[012]\d)\s*[年.\-/]?\s*0?1\s*[月.\-/]\s*0?1\s*日?[^。]{0,8}?(?:20\d{2}\s*[年.\-/]?\s*)?12\s*[月.\-/]\s*31/,
]

/** A text that names a year, as printed and with the numerals of its dates as digits. */
export interface Dated {
  readonly line: number
  readonly text: string
  readonly digits: string
}

/** The lines that name a year. */
export const findDated = (lines: readonly Line[]): readonly Dated[] =>
  lines.flatMap(({ line, text }) => {
    const digits = toDigits(text)
    return /20[012]\d/.test(digits) ? { line, text, digits } : []
  })

/**
 * The year of the statistics period, e.g. 统计期限自2023年1月1日起; lost marks do not matter.
 *
 * @param last number of the last line to look at
 */
export function findPeriodYear(dated: readonly Dated[], last = Number.POSITIVE_INFINITY): number | null {
  for (const pattern of PERIODS) {
    for (const { line, digits } of dated) {
      const match = line <= last ? pattern.exec(digits) : null
      if (match !== null) return Number(match[1])
    }
  }
  return null
}

const YEAR = /(?<![\d〔[【(（])(20[012]\d)\s*年度?(?!\s*\d)/g
/** Plans for the next year and looks back at the last one. */
const OTHER_YEARS = /将|下一步|计划|今后|明年|来年|年底前|(?:比|较|与|同)20\d{2}年|遗留|上年/

/** The year most lines report on; null if two are equally frequent. */
function findMajorityYear(dated: readonly Dated[]): number | null {
  const counts = new Map<number, number>()
  for (const { text, digits } of dated) {
    if (OTHER_YEARS.test(text) && text.length < 80) continue
    const years = new Set(findAll(digits, YEAR).map(([, year]) => Number(year)))
    for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first === undefined || first[1] === second?.[1] ? null : first[0]
}

/** Until when a report counts, where no period is printed: 截止2023年12月31日. */
const CUT_OFF = /(?:截止|截至)(?:到|至)?\s*(20[012]\d)\s*年(?:度)?12月31日/g

/** The year at whose end a text says that it counts; null if it names several. */
function findCutOff(dated: readonly Dated[]): number | null {
  const years = new Set(dated.flatMap(({ digits }) => findAll(digits, CUT_OFF).map(([, year]) => Number(year))))
  const [only = null, ...others] = years
  return others.length === 0 ? only : null
}

/** The year of a report in an address, before or behind its word: /2023ndbg/, /nb2023/, /2023年政府信息公开…. */
const URL_YEARS = [
  /(?<!\d)(20[012]\d)-?(?:n(?:d|b|ian)|年|z?f?xxgk|zwgk|bg(?![a-z]))/i,
  /(?:ndbg|gknb|nb|nianbao|niandu)[-_]?(20[012]\d)(?!\d)/i,
]

/** The year an address names; the year of an upload path is no evidence. */
function findUrlYear(url: string | null): number | null {
  const path = toReadable(url ?? '')
  const match = URL_YEARS.flatMap((pattern) => pattern.exec(path) ?? [])[1]
  return match === undefined ? null : Number(match)
}

/** An address with its Chinese letters; one that is wrongly encoded stays as it is. */
function toReadable(url: string): string {
  return url.replace(/(?:%[0-9A-F]{2})+/gi, (encoded) => {
    const bytes = Uint8Array.from(encoded.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))
    return new TextDecoder().decode(bytes)
  })
}

/** The report year, and the year of the statistics period where one is printed. */
interface YearReading {
  readonly year: number | null
  readonly period: number | null
  readonly issues: readonly IssueNote[]
}

/** Decides the report year: title, then period, then the majority in the text, the end of a year, then the address. */
export function readYear(title: number | null, dated: readonly Dated[], url: string | null): YearReading {
  const period = findPeriodYear(dated)
  const year = title ?? period ?? findMajorityYear(dated) ?? findCutOff(dated) ?? findUrlYear(url)
  if (year === null) return { year, period, issues: [{ code: 'year_unknown', severity: 'warning' }] }
  if (title === null || period === null || title === period) return { year, period, issues: [] }
  const detail = { zh: `标题${title}，统计期限${period}`, en: `title ${title}, period ${period}` }
  return { year, period, issues: [{ code: 'year_conflict', severity: 'warning', detail }] }
}
