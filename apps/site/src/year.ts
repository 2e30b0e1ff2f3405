import type { Label } from '@gongkai/schema'
import type { Bars } from './chart/bars.ts'
import { toGrouped, toPercent } from './format.ts'
import type { Locale } from './locale.ts'
import { both } from './messages.ts'
import { type Count, readReceived } from './overview.ts'
import type { ReportRow } from './rows.ts'

/** Sizes of a year's intake, by the largest number of each. */
const sizes = [0, 9, 29, 99, 999, Number.POSITIVE_INFINITY] as const

function toSizeLabel(index: number): Label {
  const from = index === 0 ? 0 : (sizes[index - 1] ?? 0) + 1
  const to = sizes[index] ?? from
  const text = to === Number.POSITIVE_INFINITY ? `≥ ${toGrouped(from)}` : from === to ? `${from}` : `${from}–${to}`
  return { zh: text, en: text }
}

/** Numbers of new requests, counted by size. */
export function toSpread(counts: readonly number[]): readonly Count[] {
  return sizes.map((to, index) => {
    const above = index === 0 ? -1 : (sizes[index - 1] ?? 0)
    return { label: toSizeLabel(index), count: counts.filter((count) => count > above && count <= to).length }
  })
}

/** New requests of the reports that print a number, unsorted. */
export async function readIntakes(reports: readonly ReportRow[]): Promise<readonly number[]> {
  const received = await readReceived()
  return reports.flatMap(({ report_id }) => received.get(report_id) ?? [])
}

/** Bars of the chart of intakes. */
export function toSpreadBars(counts: readonly number[]): Bars {
  return {
    head: { name: 'new_requests', label: both('newReceived') },
    series: [{ name: 'reports', label: both('reports') }],
    groups: toSpread(counts).map(({ label, count }) => ({ label, values: [count] })),
  }
}

/** Middle of the numbers, the lower of two; undefined of none. */
export function toMedian(counts: readonly number[]): number | undefined {
  const sorted = counts.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/** The finding of the chart of intakes and one sentence on it. */
export function describeIntakes(counts: readonly number[], locale: Locale): { title: string; sentence: string } {
  const none = counts.filter((count) => count === 0).length
  const median = toGrouped(toMedian(counts) ?? 0)
  const n = toGrouped(counts.length)
  if (locale === 'zh') {
    return {
      title: `${toPercent(none, counts.length)} 的报告全年没有收到申请`,
      sentence: `n = ${n} 份印有此数的报告；中位数 ${median} 件，最多 ${toGrouped(Math.max(0, ...counts))} 件。`,
    }
  }
  return {
    title: `${toPercent(none, counts.length)} of the reports record no new request`,
    sentence: `n = ${n} reports that print the number; median ${median}, most ${toGrouped(Math.max(0, ...counts))}.`,
  }
}

/** Reports by whether they kept the deadline. */
export function toPunctuality(reports: readonly ReportRow[]): readonly Count[] {
  const days = reports.map(({ days_late }) => days_late)
  return [
    { label: both('onTime'), count: days.filter((day) => day !== null && day <= 0).length },
    { label: both('late'), count: days.filter((day) => day !== null && day > 0).length },
    { label: both('undated'), count: days.filter((day) => day === null).length },
  ]
}

/** Reports by province code, in the order of the codes; those without a division last, under an empty code. */
export function groupByProvince(reports: readonly ReportRow[]): readonly (readonly [string, readonly ReportRow[]])[] {
  const codeOf = ({ region_code: code }: ReportRow) => (code === null ? '' : `${code.slice(0, 2)}0000`)
  const last = '~'
  return [...Map.groupBy(reports, codeOf)].toSorted(([a], [b]) => ((a || last) < (b || last) ? -1 : 1))
}
