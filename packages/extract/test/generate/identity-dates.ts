import { toNumerals } from './identity-titles.ts'
import type { Random } from './random.ts'

/** A calendar day. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const two = (value: number): string => String(value).padStart(2, '0')
export const toIso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`

/** A day between January and April of the year after the report year. */
export const drawDay = (reportYear: number, random: Random): Day => ({
  year: reportYear + 1,
  month: 1 + random.int(4),
  day: 1 + random.int(28),
})

export const daysBefore = ({ year, month, day }: Day, count: number): Day => {
  const date = new Date(Date.UTC(year, month - 1, day - count))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const small = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const inHan = (value: number): string =>
  value < 10 ? (small[value] ?? '') : `${value < 20 ? '' : small[Math.floor(value / 10)]}十${small[value % 10]}`

const pageForms: readonly [(day: Day) => string, ...((day: Day) => string)[]] = [
  toIso,
  toIso,
  (day) => `${toIso(day)} 10:05`,
  (day) => `${toIso(day)} 16:42:07`,
  ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => `${year}年${two(month)}月${two(day)}日`,
  ({ year, month, day }) => `${year}年 ${two(month)}月 ${two(day)}日`,
  ({ year, month, day }) => `${year}.${two(month)}.${two(day)}`,
  ({ year, month, day }) => `${toNumerals(year)}年${inHan(month)}月${inHan(day)}日`,
]
const signedForms: readonly [(day: Day) => string, ...((day: Day) => string)[]] = [
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => `${year}年${two(month)}月${two(day)}日`,
  ({ year, month, day }) => `${year} 年 ${month} 月 ${day} 日`,
  ({ year, month, day }) => `${year}.${month}.${day}`,
  ({ year, month, day }) => `${toNumerals(year)}年${inHan(month)}月${inHan(day)}日`,
  ({ year, month, day }) => `${toNumerals(year).replaceAll('〇', '○')}年${inHan(month)}月${inHan(day)}日`,
]

export const pageDate = (day: Day, random: Random): string => random.pick(pageForms)(day)
export const signedDate = (day: Day, random: Random): string => random.pick(signedForms)(day)

/** 月 and 日 lost: 2024年117. */
export const damaged = ({ year, month, day }: Day): string => `${year}年${month}${day}`

const dayMs = 86_400_000
const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day

/** The day that a damaged date means where the page's own date leaves one reading; null where two are left. */
export function readDamaged(signed: Day, published: Day | null): string | null {
  if (published === null) return null
  const digits = `${signed.month}${signed.day}`
  const readings = [1, 2]
    .map((at) => ({ year: signed.year, month: Number(digits.slice(0, at)), day: Number(digits.slice(at)) }))
    .filter((day) => isDay(day) && toIso(day) <= toIso(published))
  const [only] = readings
  if (only === undefined || readings.length > 1) return null
  const late = (Date.parse(toIso(published)) - Date.parse(toIso(only))) / dayMs
  return late <= 184 ? toIso(only) : null
}
