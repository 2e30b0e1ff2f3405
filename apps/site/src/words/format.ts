import type { Label } from '@gongkai/schema'

/** A number as printed in tables: no grouping, at most as many decimals as it holds. */
export const toPlainNumber = (value: number): string => String(value)

/** A number in running text, grouped by thousands. */
export function toGrouped(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals ? `${grouped}.${decimals}` : grouped
}

/** A share in percent with one decimal, or a dash where nothing was counted. */
export function toPercent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`
}

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
