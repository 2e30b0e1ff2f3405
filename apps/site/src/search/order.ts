import { toPercentage } from './ranges.ts'
import type { SearchReport } from './report.ts'

type Compare = (a: SearchReport, b: SearchReport) => number

const byYear: Compare = (a, b) => b.year - a.year
const byDate: Compare = (a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)

const byNewest: Compare = (a, b) => byYear(a, b) || byDate(a, b)
/** The largest share first; reports of fewer than thirty results have none and come last. */
const byRefused: Compare = (a, b) =>
  (toPercentage(b.refused, b.results) ?? -1) - (toPercentage(a.refused, a.results) ?? -1) || byNewest(a, b)

/** Orders that a reader can choose; what they leave equal stays as it is in the catalogue, by region and agency. */
export const orders = {
  best: byNewest,
  newest: byNewest,
  oldest: (a, b) => byYear(b, a) || byDate(b, a),
  published: byDate,
  refused: byRefused,
  failing: (a, b) => b.failedCount - a.failedCount || byYear(a, b),
  region: () => 0,
} as const satisfies Readonly<Record<string, Compare>>

export type Order = keyof typeof orders

export const isOrder = (text: string): text is Order => Object.hasOwn(orders, text)
