import { evidenceKinds, levels, regionEvidences } from '@gongkai/schema'
import type { ReportRow } from '../data/rows.ts'
import { toSafeUrl } from '../site/href.ts'
import { toChineseDate, toLabel } from '../words/format.ts'
import { toPlaces } from '../words/report-names.ts'
import type { ReportView } from './read-report.ts'

/** One fact on a report. */
export interface Fact {
  readonly zh: string
  readonly en: string
  readonly value: string
  readonly url?: string | undefined
}

type MaybeFact = Omit<Fact, 'value'> & { readonly value: string | null | undefined }

const fact = (zh: string, en: string, value: string | null | undefined, url?: string): MaybeFact => ({
  zh,
  en,
  value,
  url,
})
const toDate = (iso: string | null): string | undefined => (iso ? toChineseDate(iso) : undefined)

function toPunctuality(days: number | null): string | undefined {
  if (days === null) return undefined
  if (days > 0) return `晚于法定期限 ${days} 天`
  return days === 0 ? '法定期限当日' : `早于法定期限 ${-days} 天`
}

function toDivision({ report, candidates }: ReportView): string | undefined {
  const evidence = toLabel(regionEvidences, report.region_evidence)?.zh
  if (report.region_code)
    return `${toPlaces(report).join(' ')}（${report.region_code}${evidence ? `，依据：${evidence}` : ''}）`
  const names = [...candidates].map(([code, name]) => `${name}（${code}）`)
  return names.length > 0 ? `未能确定，可能是${names.join('或者')}` : undefined
}

function toEditions(report: ReportRow): string {
  const name = (edition: string | null) => (edition ? `${edition}年版` : '未读出')
  const [second, third, fourth] = [report.disclosure_edition, report.requests_edition, report.proceedings_edition].map(
    name,
  )
  if (second === third && third === fourth) return `三张表：${second}`
  return `表二：${second}；表三：${third}；表四：${fourth}`
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

function toAllFacts(view: ReportView): readonly MaybeFact[] {
  const { report, document } = view
  return [
    fact('机关', 'Agency', report.agency_name),
    fact('标题', 'Title', report.title),
    fact('发布机构', 'Publisher', report.publisher),
    fact('级别', 'Level', toLabel(levels, report.level)?.zh),
    fact('行政区划', 'Division', toDivision(view)),
    fact('页面发布日期', 'Published', toDate(report.published_on)),
    fact('落款日期', 'Signed', toDate(report.signed_on)),
    fact('网址所含日期', 'Date in the address', toDate(report.url_on)),
    fact('是否按期', 'Against the deadline', toPunctuality(report.days_late)),
    fact('表格版本', 'Form editions', toEditions(report)),
    fact('数值对位依据', 'Alignment shown by', toAlignment(report)),
    fact('索引号', 'Index number', report.index_number),
    fact('文号', 'Document number', report.document_number),
    fact('来源网址', 'Source', document?.source_url, toSafeUrl(document?.source_url ?? null)),
    fact('获取日期', 'Retrieved', document?.retrieved_at),
    fact('源文件', 'Source file', report.path),
    fact('源文件 SHA-256', 'SHA-256 of the source file', report.document_id),
  ]
}

/** Identity of a report as a list of facts, in the order in which a reader asks; what is absent is named in the last one. */
export function toFacts(view: ReportView): readonly Fact[] {
  const facts = toAllFacts(view)
  const known = facts.flatMap(({ value, ...rest }) => (value ? [{ ...rest, value }] : []))
  const absent = facts.filter(({ value }) => !value).map(({ zh }) => zh)
  if (absent.length === 0) return known
  return [...known, { zh: '未载明或者未能确定', en: 'Not stated, or not determined', value: absent.join('、') }]
}
