import type { Line } from '@gongkai/schema'
import { findAll } from '../find-all.ts'
import type { IssueNote } from '../types.ts'
import { toDigits } from './dates.ts'

const PERIODS = [
  /统计(?:期限|时限|周期|起止时间|书记时间段|时间段?|期间?)[^。\d]{0,12}(20[012]\d)/,
  /(?:数据|信息)[^。\d]{0,8}(?:核定时间点|截止|截至)[^。\d]{0,6}(20[012]\d)/,
  /(?<!\d)(20[012]\d)\s*[年.\-/]?\s*0?1\s*[月.\-/]\s*0?1\s*日?[^。]{0,8}?(?:20\d{2}\s*[年.\-/]?\s*)?12\s*[月.\-/]\s*31/,
]

/** The year of the statistics period, e.g. 统计期限自2023年1月1日起; lost marks do not matter. */
export function findPeriodYear(lines: readonly Line[]): number | null {
  const dated = lines.map(({ text }) => toDigits(text)).filter((text) => /20[012]\d/.test(text))
  for (const pattern of PERIODS) {
    for (const text of dated) {
      const match = pattern.exec(text)
      if (match !== null) return Number(match[1])
    }
  }
  return null
}

const YEAR = /(?<![\d〔[【(（])(20[012]\d)\s*年度?(?!\s*\d)/g
/** Plans for the next year and looks back at the last one. */
const OTHER_YEARS = /将|下一步|计划|今后|明年|来年|年底前|(?:比|较|与|同)20\d{2}年|遗留|上年/

/** The year most lines report on; null if two are equally frequent. */
function findMajorityYear(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>()
  for (const { text } of lines) {
    if (OTHER_YEARS.test(text) && text.length < 80) continue
    const years = new Set(findAll(toDigits(text), YEAR).map(([, year]) => Number(year)))
    for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first === undefined || first[1] === second?.[1] ? null : first[0]
}

/** The year an address names, e.g. /2023ndbg/; the year of an upload path is no evidence. */
function findUrlYear(url: string | null): number | null {
  const match = /(?<!\d)(20[012]\d)(?:nd|nb|年|xxgk|zfxxgk)/i.exec(url ?? '')
  return match === null ? null : Number(match[1])
}

/** The report year, and the year of the statistics period where one is printed. */
interface YearReading {
  readonly year: number | null
  readonly period: number | null
  readonly issues: readonly IssueNote[]
}

/** Decides the report year: title, then period, then the majority in the text, then the address. */
export function readYear(title: number | null, lines: readonly Line[], url: string | null): YearReading {
  const period = findPeriodYear(lines)
  const year = title ?? period ?? findMajorityYear(lines) ?? findUrlYear(url)
  if (year === null) return { year, period, issues: [{ code: 'year_unknown', severity: 'warning' }] }
  if (title === null || period === null || title === period) return { year, period, issues: [] }
  const detail = { zh: `标题${title}，统计期限${period}`, en: `title ${title}, period ${period}` }
  return { year, period, issues: [{ code: 'year_conflict', severity: 'warning', detail }] }
}
