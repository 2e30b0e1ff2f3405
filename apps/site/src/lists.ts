import { readAll, readColumn, readWhere } from './data.ts'
import { toRegionPath } from './href.ts'
import type { Locale } from './locale.ts'
import { readRegions } from './regions.ts'
import type { AgencyRow, ReportRow } from './rows.ts'

/** Reports have been due since 2008; a longer span comes of a year misprinted. */
const longestSpan = 40

/** A step of the breadcrumb; the last one has no path. */
export interface Crumb {
  readonly name: string
  readonly path?: string
}

const byYear = (a: ReportRow, b: ReportRow): number =>
  (b.year ?? 0) - (a.year ?? 0) || (a.report_id < b.report_id ? -1 : 1)

/** Name of the agency, or what stands for it where it is unknown. */
export const toAgencyName = (row: { readonly agency_name: string | null }): string => row.agency_name ?? '机关不详'

/** Title of a report in words, also where the document prints none. */
export const toReportName = (report: ReportRow): string =>
  `${toAgencyName(report)}${report.year ?? '年度不详'}${report.year ? '年' : ''}政府信息公开工作年度报告`

/** Place names from province to zone, without repetition. */
export function toPlaces(report: ReportRow): readonly string[] {
  const names = [report.province, report.prefecture, report.county, report.zone]
  return [...new Set(names.filter((name) => name !== null))]
}

/** Every report, newest year first. */
export async function readReports(): Promise<readonly ReportRow[]> {
  return (await readAll('reports')).toSorted(byYear)
}

/** Day of publication, else of the signature; empty where neither is known. */
export const toReportDate = (report: ReportRow): string => report.published_on ?? report.signed_on ?? ''

/** Reports by date of publication, newest first; undated reports last. */
export async function readLatest(count: number): Promise<readonly ReportRow[]> {
  return (await readReports()).toSorted((a, b) => toReportDate(b).localeCompare(toReportDate(a), 'en')).slice(0, count)
}

/** Ids of every report, for the routes. */
export async function readReportIds(): Promise<readonly string[]> {
  return (await readColumn('reports', 'report_id')).map(String)
}

/** Ids of every agency with a report. */
export async function readAgencyIds(): Promise<readonly string[]> {
  return [...new Set((await readColumn('reports', 'agency_id')).map(String))].sort()
}

/** An agency and its reports. */
export interface AgencyView {
  readonly id: string
  readonly name: string
  /** Other names printed over the years. */
  readonly otherNames: readonly string[]
  readonly regionCode: string | null
  readonly reports: readonly ReportRow[]
}

/** What is known of an agency; its row may be lacking where the agency is unknown. */
export async function readAgency(id: string): Promise<AgencyView> {
  const reports = (await readWhere('reports', 'agency_id', id)).toSorted(byYear)
  const agency: AgencyRow | undefined = (await readWhere('agencies', 'agency_id', id))[0]
  const name = toAgencyName(agency ?? reports[0] ?? { agency_name: null })
  return {
    id,
    name,
    otherNames: (agency?.names ?? []).filter((other) => other !== name),
    regionCode: agency?.region_code ?? reports[0]?.region_code ?? null,
    reports,
  }
}

/** Steps from the province down to a division, the division included; English names where there are any. */
export async function readRegionCrumbs(code: string | null, locale: Locale = 'zh'): Promise<readonly Crumb[]> {
  const regions = await readRegions()
  const region = code === null ? undefined : regions.get(code)
  if (!region) return []
  return [...region.ancestors, region.code].map((step) => ({
    name: (locale === 'en' && regions.get(step)?.nameEn) || (regions.get(step)?.name ?? step),
    path: toRegionPath(step),
  }))
}

/** Years from the first to the last, gaps included; a span no series of reports has is not filled. */
export function toYearSpan(reports: readonly ReportRow[]): readonly number[] {
  const known = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b)
  const first = known.at(0) ?? 0
  const length = (known.at(-1) ?? 0) - first + 1
  return known.length === 0 || length > longestSpan ? known : Array.from({ length }, (_, index) => first + index)
}
