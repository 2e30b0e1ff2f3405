import { smallN } from '@gongkai/schema/browser'

/** Numbers from one to another; the last range has no end. */
interface Range {
  readonly id: string
  readonly from: number
}

/** New requests, by size. */
export const receivedRanges: readonly Range[] = [
  { id: '0', from: 0 },
  { id: '1-9', from: 1 },
  { id: '10-99', from: 10 },
  { id: '100-', from: 100 },
]

/** Percent that were granted in full or in part. */
export const disclosedRanges: readonly Range[] = [
  { id: '0-25', from: 0 },
  { id: '25-50', from: 25 },
  { id: '50-75', from: 50 },
  { id: '75-100', from: 75 },
]

/** Percent that were refused. */
export const refusedRanges: readonly Range[] = [
  { id: '0-5', from: 0 },
  { id: '5-10', from: 5 },
  { id: '10-25', from: 10 },
  { id: '25-100', from: 25 },
]

/** Id of the range that a number stands in, as a list; empty where there is no number. */
export function toRange(ranges: readonly Range[], value: number | null): readonly string[] {
  const found = value === null ? undefined : ranges.findLast(({ from }) => from <= value)
  return found ? [found.id] : []
}

/** A share in percent; null of fewer than thirty, of which none is stated. */
export function toPercentage(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole < smallN ? null : (100 * part) / whole
}
