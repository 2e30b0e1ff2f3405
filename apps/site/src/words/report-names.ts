import type { ReportRow } from '../data/rows.ts'
import type { Locale } from './locale.ts'

/** An agency as its rows name it. */
interface Named {
  readonly agency_name: string | null
  readonly agency_id?: string
}

/** The pinyin of an agency's id, to be read aloud: `110101-shuiwuju` is `Shuiwuju`. */
function toPinyin(agencyId: string | undefined): string {
  const [, name = ''] = /^\d{6}-([a-z]+)/.exec(agencyId ?? '') ?? []
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/**
 * Name of the agency, or what stands for it where it is unknown; in English the pinyin of its id goes before it.
 *
 * @example toAgencyName({ agency_id: '110101-shuiwuju', agency_name: '某区水务局' }, 'en') // 'Shuiwuju (某区水务局)'
 */
export function toAgencyName({ agency_name, agency_id }: Named, locale: Locale = 'zh'): string {
  if (locale === 'zh') return agency_name ?? '机关不详'
  const pinyin = toPinyin(agency_id)
  if (agency_name === null) return pinyin || 'Unknown agency'
  return pinyin ? `${pinyin} (${agency_name})` : agency_name
}

/** A report in a line of a list: its agency and its year. @example toDatedName(report, 'en') // 'Shuiwuju (某区水务局) 2023' */
export const toDatedName = (report: Named & { readonly year: number | null }, locale: Locale): string =>
  `${toAgencyName(report, locale)} ${report.year ?? ''}`.trimEnd()

/** Title of a report in words, also where the document prints none. */
export function toReportName(report: ReportRow, locale: Locale = 'zh'): string {
  if (locale === 'en')
    return `${toAgencyName(report, locale)}: disclosure report ${report.year ?? 'of an unknown year'}`
  return `${toAgencyName(report)}${report.year ?? '年度不详'}${report.year ? '年' : ''}政府信息公开工作年度报告`
}

/** Title at the head of a report's page: as printed, in English as it is called. */
export const toReportTitle = (report: ReportRow, locale: Locale): string =>
  locale === 'zh' && report.title !== null ? report.title : toReportName(report, locale)

/** Place names from province to zone, without repetition. */
export function toPlaces(report: ReportRow): readonly string[] {
  const names = [report.province, report.prefecture, report.county, report.zone]
  return [...new Set(names.filter((name) => name !== null))]
}
