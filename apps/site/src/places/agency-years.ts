import type { Bars } from '../chart/bars.ts'
import { readWhere } from '../data/read-rows.ts'
import type { ReportRow } from '../data/rows.ts'
import { toGrouped } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'

/** Totals of 表三 that lead from one year to the next; null where no number was read. */
export interface AgencyYear {
  readonly report: ReportRow
  readonly year: number
  readonly received: number | null
  readonly carriedIn: number | null
  readonly results: number | null
  readonly carriedForward: number | null
  /** What the year before carried forward, where that report is held and prints it. */
  readonly before: number | null
}

async function readTotals(report: ReportRow) {
  const rows = await readWhere('requests', 'report_id', report.report_id)
  const totalOf = (row: string) => rows.find(({ row_id }) => row_id === row)?.total ?? null
  return {
    received: totalOf('new_received'),
    carriedIn: totalOf('carried_in'),
    results: totalOf('results_total'),
    carriedForward: totalOf('carried_forward'),
  }
}

/** The years of one agency, oldest first; reports of an unknown year are left out. */
export async function readAgencyYears(reports: readonly ReportRow[]): Promise<readonly AgencyYear[]> {
  const dated = reports.flatMap((report) => (report.year === null ? [] : [{ report, year: report.year }]))
  const sorted = dated.toSorted((a, b) => a.year - b.year || (a.report.report_id < b.report.report_id ? -1 : 1))
  const years = await Promise.all(sorted.map(async (item) => ({ ...item, ...(await readTotals(item.report)) })))
  return years.map((item) => ({ ...item, before: findBefore(years, item.year) }))
}

function findBefore(years: readonly Omit<AgencyYear, 'before'>[], year: number): number | null {
  const before = years.filter((other) => other.year === year - 1)
  // Two reports of one year leave open which of them the next one continues.
  return before.length === 1 ? (before[0]?.carriedForward ?? null) : null
}

/** Whether what was carried in is what the year before carried forward; undefined where one is not known. */
export function checkCarry({ carriedIn, before }: Pick<AgencyYear, 'carriedIn' | 'before'>): boolean | undefined {
  return carriedIn === null || before === null ? undefined : carriedIn === before
}

/** Bars of the agency's chart: received and carried over, year by year. */
export function toAgencyBars(years: readonly AgencyYear[]): Bars {
  return {
    head: { name: 'year', label: both('year') },
    series: [
      { name: 'new_received', label: both('newReceived') },
      { name: 'carried_forward', label: both('carriedForward') },
    ],
    groups: years.map(({ year, received, carriedForward }) => ({
      label: { zh: `${year}`, en: `${year}` },
      values: [received, carriedForward],
    })),
  }
}

const describeZh = (year: number, received: number, last: number, lastReceived: number) =>
  `新收申请 ${year} 年 ${toGrouped(received)} 件，${last} 年 ${toGrouped(lastReceived)} 件`
const describeEn = (year: number, received: number, last: number, lastReceived: number) =>
  `New requests: ${toGrouped(received)} in ${year}, ${toGrouped(lastReceived)} in ${last}`

/** The finding of the agency's chart: first and last year that print a number. */
export function describeYears(years: readonly AgencyYear[], locale: Locale): string {
  const printed = years.flatMap(({ year, received }) => (received === null ? [] : [{ year, received }]))
  const [first, last] = [printed.at(0), printed.at(-1)]
  if (!first || !last) return locale === 'zh' ? '各年度新收申请数均未读出' : 'No year prints the number of new requests'
  const describe = locale === 'zh' ? describeZh : describeEn
  return describe(first.year, first.received, last.year, last.received)
}

/** One sentence on how the years join, computed from the carry-over of each. */
export function describeCarry(years: readonly AgencyYear[], locale: Locale): string {
  const checks = years.map(checkCarry)
  const [holds, breaks] = [true, false].map((outcome) => checks.filter((check) => check === outcome).length)
  if (checks.every((check) => check === undefined)) {
    return locale === 'zh'
      ? '没有印有结转数的相邻年度可以比较。'
      : 'No two consecutive years print the numbers to compare.'
  }
  if (locale === 'zh') return `结转数前后衔接：相符 ${holds} 处，不符 ${breaks} 处。`
  return `Carry-over from year to year: ${holds} agree, ${breaks} do not.`
}
