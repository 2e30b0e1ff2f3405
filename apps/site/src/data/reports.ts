import type { Label } from '@gongkai/schema'
import { readAll, readColumn } from './read-rows.ts'
import type { ReportRow } from './rows.ts'

/** Newest year first; reports of an unknown year last. */
export const byYear = (a: ReportRow, b: ReportRow): number =>
  (b.year ?? 0) - (a.year ?? 0) || (a.report_id < b.report_id ? -1 : 1)

/** Every report, newest year first. */
export async function readReports(): Promise<readonly ReportRow[]> {
  return (await readAll('reports')).toSorted(byYear)
}

/** Day of publication, else of the signature; empty where neither is known. */
export const toReportDate = (report: Pick<ReportRow, 'published_on' | 'signed_on'>): string =>
  report.published_on ?? report.signed_on ?? ''

/** Reports of a place, as tables name it. */
export interface NamedReports {
  readonly label: Label
  /** Path of its page, if it has one. */
  readonly path?: string
  readonly reports: readonly ReportRow[]
}

/** Newest publication first; undated reports last. */
export const byDate = (a: ReportRow, b: ReportRow): number => toReportDate(b).localeCompare(toReportDate(a), 'en')

/** Reports by date of publication, newest first; undated reports last. */
export async function readLatest(count: number): Promise<readonly ReportRow[]> {
  return (await readReports()).toSorted(byDate).slice(0, count)
}

/** Ids of every report, for the routes. */
export async function readReportIds(): Promise<readonly string[]> {
  return (await readColumn('reports', 'report_id')).map(String)
}
