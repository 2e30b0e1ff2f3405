import type { QualityList } from '../quality/lists.ts'
import { toCsv } from '../text/csv.ts'

/** A list as CSV, whole. */
export function toQualityListCsv({ entries }: QualityList): string {
  const head = ['report_id', 'agency_name', 'year', 'region_code', 'path', 'count']
  return toCsv(
    head,
    entries.map(({ report, path, count }) => [
      ...[report?.report_id, report?.agency_name, report?.year, report?.region_code],
      path ?? report?.path,
      count,
    ]),
  )
}
