import type { Label } from '@gongkai/schema'
import { smallN } from '@gongkai/schema/browser'

/** A number as printed in tables: no grouping, at most as many decimals as it holds. */
export const toPlainNumber = (value: number): string => String(value)

/** A number in running text, grouped by thousands. @example toGrouped(-1200) // '−1,200' */
export function toGrouped(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${decimals ? `.${decimals}` : ''}`
}

/** What is counted: its Chinese measure word, and its names in both languages. */
export interface Counted {
  readonly measure: string
  readonly name: Label
}

/** Whether so few were counted that no percentage of them is stated. */
export const isFew = (whole: number): boolean => whole < smallN

/**
 * A share alone, with `of` of how many where there are few: a percentage of fewer than thirty says more than is known.
 *
 * @example toShare(3, 5, '份').zh // '5 份中 3 份'
 */
export function toShare(part: number, whole: number, measure: string): Label {
  if (whole === 0) return { zh: '—', en: '—' }
  if (isFew(whole)) return { zh: `${whole} ${measure}中 ${part} ${measure}`, en: `${part} of ${whole}` }
  const percent = toPercent(part / whole)
  return { zh: percent, en: percent }
}

/**
 * A share of something named, to begin a sentence with.
 *
 * @example toNamedShare(3, 5, { measure: '份', name: { zh: '报告', en: 'reports' } }).en // '3 of 5 reports'
 */
export function toNamedShare(part: number, whole: number, { measure, name }: Counted): Label {
  const share = toShare(part, whole, measure)
  if (isFew(whole))
    return { zh: `${whole} ${measure}${name.zh}中 ${part} ${measure}`, en: `${part} of ${whole} ${name.en}` }
  return { zh: `${share.zh} 的${name.zh}`, en: `${share.en} of the ${name.en}` }
}

/** The word behind a number. @example `1 ${plural(1, 'row', 'rows')}` // '1 row' */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/**
 * A number with one decimal, a half rounded up as by hand: twelve digits of it count, for the others are an error of
 * computing.
 *
 * @example toTenth(100 * 0.0765) // '7.7', though 100 * 0.0765 is 7.6499999999999995
 */
export const toTenth = (value: number): string => (Math.round(Number((10 * value).toPrecision(12))) / 10).toFixed(1)

/** A share with one decimal. @example toPercent(0.524) // '52.4%' */
export const toPercent = (share: number): string => `${toTenth(100 * share)}%`.replace('-', '−')

/** A change with its sign. @example toSigned(1200) // '+1,200' */
export const toSigned = (change: number): string => `${change > 0 ? '+' : ''}${toGrouped(change)}`

/** A difference of two numbers with no more decimals than they have. @example subtract(0.3, 0.1) // 0.2 */
export const subtract = (value: number, from: number): number => Math.round((value - from) * 1e6) / 1e6

/** A file size in KB or MB. */
export function toSize(bytes: number): string {
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** 2023-01-31 as 2023年1月31日. */
export function toChineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The documented label of a code; an unknown code is shown as it is. */
export function toLabel(codes: Readonly<Record<string, Label>>, code: string | null): Label | undefined {
  if (code === null) return undefined
  return codes[code] ?? { zh: code, en: code }
}
