import { evidenceKinds, levels, regionEvidences } from '@gongkai/schema'
import { toChineseDate, toLabel } from './format.ts'
import { toSafeUrl } from './href.ts'
import { toAgencyName, toPlaces } from './lists.ts'
import type { ReportView } from './report-view.ts'
import type { ReportRow } from './rows.ts'

/** One fact on a report; absent facts say so. */
export interface Fact {
  readonly zh: string
  readonly en: string
  readonly value: string
  readonly url?: string | undefined
}

const unknown = '未载明'
const fact = (zh: string, en: string, value: string | null | undefined, url?: string): Fact => ({
  zh,
  en,
  value: value || unknown,
  url,
})
const toDate = (iso: string | null): string | undefined => (iso ? toChineseDate(iso) : undefined)

function toPunctuality(days: number | null): string | undefined {
  if (days === null) return undefined
  if (days > 0) return `晚于法定期限 ${days} 天`
  return days === 0 ? '法定期限当日' : `早于法定期限 ${-days} 天`
}

function toDivision(report: ReportRow): string | undefined {
  const names = toPlaces(report).join(' ')
  const evidence = toLabel(regionEvidences, report.region_evidence)?.zh
  if (report.region_code) return `${names}（${report.region_code}${evidence ? `，依据：${evidence}` : ''}）`
  const candidates = report.region_candidates ?? []
  return candidates.length > 0 ? `未能确定，可能为 ${candidates.join('、')}` : undefined
}

function toEditions(report: ReportRow): string {
  const name = (edition: string | null) => (edition ? `${edition}年版` : '未读出')
  return `表二 ${name(report.disclosure_edition)}，表三 ${name(report.requests_edition)}，表四 ${name(report.proceedings_edition)}`
}

function toAlignment(report: ReportRow): string {
  const name = (evidence: string | null) => toLabel(evidenceKinds, evidence)?.zh ?? '表未读出'
  const [second, third, fourth] = [
    report.disclosure_evidence,
    report.requests_evidence,
    report.proceedings_evidence,
  ].map(name)
  if (second === third && third === fourth) return `三张表：${second}`
  return `表二：${second}；表三：${third}；表四：${fourth}`
}

/** Identity of a report as a list of facts, in the order in which a reader asks. */
export function toFacts({ report, document }: ReportView): readonly Fact[] {
  return [
    fact('机关', 'Agency', toAgencyName(report)),
    fact('标题', 'Title', report.title),
    fact('发布机构', 'Publisher', report.publisher),
    fact('级别', 'Level', toLabel(levels, report.level)?.zh),
    fact('行政区划', 'Division', toDivision(report)),
    fact('页面发布日期', 'Published', toDate(report.published_on)),
    fact('落款日期', 'Signed', toDate(report.signed_on)),
    fact('网址所含日期', 'Date in the address', toDate(report.url_on)),
    fact('期限', 'Deadline', toPunctuality(report.days_late)),
    fact('表格版本', 'Form editions', toEditions(report)),
    fact('数值对位依据', 'Alignment shown by', toAlignment(report)),
    fact('索引号', 'Index number', report.index_number),
    fact('文号', 'Document number', report.document_number),
    fact('来源网址', 'Source', document?.source_url, toSafeUrl(document?.source_url ?? null)),
    fact('获取日期', 'Retrieved', document?.retrieved_at),
    fact('源文件', 'Source file', report.path),
    fact('SHA-256', 'of the source file', report.document_id),
  ]
}
