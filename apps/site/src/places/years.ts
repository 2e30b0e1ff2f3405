import type { Count } from '../chart/counts.ts'
import { readColumn } from '../data/read-rows.ts'
import { readReports } from '../data/reports.ts'
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

/** Reports of a year as it stands in an address. */
export async function readReportsOfYear(key: string): Promise<readonly ReportRow[]> {
  return (await readReports()).filter(({ year }) => String(year ?? unknownYear) === key)
}

/** Reports by year, newest first; those of an unknown year last. */
export async function readYears(): Promise<readonly Count[]> {
  const years = await readColumn('reports', 'year')
  const countOf = (wanted: number | null) => years.filter((year) => year === wanted).length
  const known = (await readYearNumbers()).map((year) => ({
    label: { zh: `${year}`, en: `${year}` },
    count: countOf(year),
    path: `/year/${year}/`,
  }))
  const unknown = countOf(null)
  return unknown > 0 ? [...known, { label: both('unknownYear'), count: unknown, path: `/year/${unknownYear}/` }] : known
}

/** Years from the first to the last, gaps included; a span no series of reports has is not filled. */
export function toYearSpan(reports: readonly ReportRow[]): readonly number[] {
  const known = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b)
  const first = known.at(0) ?? 0
  const length = (known.at(-1) ?? 0) - first + 1
  return known.length === 0 || length > longestSpan ? known : Array.from({ length }, (_, index) => first + index)
}
