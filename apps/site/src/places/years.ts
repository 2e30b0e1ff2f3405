import type { Count } from '../chart/counts.ts'
import { readColumn } from '../data/read-rows.ts'
import { type NamedReports, readReports } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { both } from '../words/messages.ts'

/** Reports have been due since 2008; a longer span comes of a year misprinted. */
const longestSpan = 40

/** Report years held, newest first. */
export async function readYearNumbers(): Promise<readonly number[]> {
  const years = (await readColumn('reports', 'year')).filter((year) => typeof year === 'number')
  return [...new Set(years)].sort((a, b) => b - a)
}

/** Stands in an address for the year of the reports whose year is not known. */
export const unknownYear = 'unknown'

/** Every year as it stands in an address, newest first; the unknown one last, where there is such a report. */
export async function readYearKeys(): Promise<readonly string[]> {
  const hasUnknown = (await readColumn('reports', 'year')).includes(null)
  return [...(await readYearNumbers()).map(String), ...(hasUnknown ? [unknownYear] : [])]
}

/** The year of a report as it stands in an address. */
const toYearKey = ({ year }: ReportRow): string => String(year ?? unknownYear)

/** Reports of a year as it stands in an address. */
export async function readReportsOfYear(key: string): Promise<readonly ReportRow[]> {
  return (await readReports()).filter((report) => toYearKey(report) === key)
}

/** Reports of each year, named and with the path of its page; newest first, those of an unknown year last. */
export async function readReportsByYear(): Promise<readonly (NamedReports & { readonly path: string })[]> {
  const [keys, reports] = await Promise.all([readYearKeys(), readReports()])
  const byKey = Map.groupBy(reports, toYearKey)
  return keys.map((key) => ({
    label: key === unknownYear ? both('unknownYear') : { zh: key, en: key },
    path: `/year/${key}/`,
    reports: byKey.get(key) ?? [],
  }))
}

/** How many reports there are of each year, newest first; those of an unknown year last. */
export async function readYears(): Promise<readonly Count[]> {
  return (await readReportsByYear()).map(({ reports, ...year }) => ({ ...year, count: reports.length }))
}

/** Years from the first to the last, gaps included; a span no series of reports has is not filled. */
export function toYearSpan(reports: readonly ReportRow[]): readonly number[] {
  const known = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b)
  const first = known.at(0) ?? 0
  const length = (known.at(-1) ?? 0) - first + 1
  return known.length === 0 || length > longestSpan ? known : Array.from({ length }, (_, index) => first + index)
}
