import { toCsv } from '../text/csv.ts'
import type { Locale } from '../words/locale.ts'
import { toAgencyName } from '../words/report-names.ts'
import type { SearchReport } from './report.ts'

const columns = [
  ...(['report_id', 'agency_id', 'agency_name', 'year', 'places', 'region_code', 'date'] as const),
  ...(['new_received', 'results_sum', 'granted_in_full_or_part', 'refused'] as const),
  ...(['edits_declared', 'edits_assessed', 'edits_failed'] as const),
]

const toRow = (report: SearchReport, locale: Locale) => [
  report.id,
  report.agencyId,
  toAgencyName({ agency_id: report.agencyId, agency_name: report.name || null }, locale),
  report.year || null,
  report.places.join(' '),
  report.regionCode,
  report.date,
  report.received,
  report.results,
  report.disclosed,
  report.refused,
  report.declaredCount,
  report.assessedCount,
  report.failedCount,
]

/** Reports as CSV for spreadsheets: a row each; a number that was not read is an empty field. */
export const toHitsCsv = (reports: readonly SearchReport[], locale: Locale): string =>
  toCsv(
    columns,
    reports.map((report) => toRow(report, locale)),
  )
