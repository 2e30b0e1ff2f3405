import type { DocumentRow, ReportRow } from '../data/rows.ts'
import { toSafeUrl } from '../site/href.ts'
import { toAgencyName } from '../words/report-names.ts'

/** What a citation names besides the report. */
export interface CiteContext {
  readonly document: DocumentRow | undefined
  /** Version of the data of its agency, if there is one. */
  readonly version: string | undefined
  /** Full address of the report's page, if the site has one. */
  readonly address: string | undefined
}

const defaultTitle = '政府信息公开工作年度报告'

/** Reference in the style of GB/T 7714—2015, electronic resource. */
export function toCitation(report: ReportRow, { document, version, address }: CiteContext): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(document?.retrieved_at ?? '')?.[0]
  const dates = `${report.published_on ? `(${report.published_on})` : ''}${day ? `[${day}]` : ''}`
  const source = toSafeUrl(document?.source_url ?? null)
  const here = `公开年报, ${report.report_id}${version ? `, 该机关数据版本 ${version}` : ''}`
  const title = `${toAgencyName(report)}. ${report.title ?? defaultTitle}[EB/OL].`
  return [title, dates && `${dates}.`, source && `${source}.`, `${here}.`, address && `${address}.`]
    .filter(Boolean)
    .join(' ')
}

/** Characters that mean something to TeX or BibTeX, written so that they mean themselves. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const toTex = (text: string): string => text.replaceAll(/[\\{}~^%&$#_]/g, (sign) => escapes[sign] ?? `\\${sign}`)

/** The same as a BibTeX entry. */
export function toBibtex(report: ReportRow, { document, version, address }: CiteContext): string {
  const source = address ?? toSafeUrl(document?.source_url ?? null)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', `{${toTex(toAgencyName(report))}}`],
    ['title', `{${toTex(report.title ?? defaultTitle)}}`],
    ['institution', toTex(toAgencyName(report))],
    ['year', report.published_on?.slice(0, 4) ?? report.signed_on?.slice(0, 4)],
    ['number', report.document_number === null ? undefined : toTex(report.document_number)],
    // In url a percent sign stands for itself; braces and backslashes are not part of an address.
    ['url', source?.replaceAll(/[\\{}]/g, encodeURIComponent)],
    ['note', `Gongkai, ${report.report_id}${version ? `, data of this agency in version ${version}` : ''}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@techreport{${report.report_id},\n${lines.join('\n')}\n}`
}
