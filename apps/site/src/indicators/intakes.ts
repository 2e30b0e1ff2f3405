import type { Label } from '@gongkai/schema'
import type { Bars } from '../chart/bars.ts'
import type { Count } from '../chart/counts.ts'
import type { ReportRow } from '../data/rows.ts'
import { plural, toGrouped, toNamedShare } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'
import { readReceived } from './received.ts'

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
  const share = toNamedShare(none, counts.length, { measure: '份', name: { zh: '报告', en: 'reports' } })
  if (locale === 'zh') {
    return {
      title: `${share.zh}全年没有收到申请`,
      sentence: `n = ${n} 份印有此数的报告；中位数 ${median} 件，最多 ${toGrouped(Math.max(0, ...counts))} 件。`,
    }
  }
  return {
    title: `${share.en} record no new request`,
    sentence: `n = ${n} ${plural(counts.length, 'report', 'reports')} with that number; median ${median}, most ${toGrouped(Math.max(0, ...counts))}.`,
  }
}
