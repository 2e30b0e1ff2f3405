import type { ReportRow } from '../data/rows.ts'

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
