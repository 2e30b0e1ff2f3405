import { evidenceKinds, type Label, levels, regionEvidences } from '@gongkai/schema'
import type { ReportRow } from '../data/rows.ts'
import { toSafeUrl } from '../site/href.ts'
import { plural, toChineseDate, toLabel } from '../words/format.ts'
import type { ReportView } from './read-report.ts'

/** One fact on a report. */
export interface Fact {
  readonly label: Label
  readonly value: Label
  /** As the source prints it, in Chinese in both languages. */
  readonly isPrinted: boolean
  readonly url?: string | undefined
}

/** Words of the site, or text of the source. */
type Value = Label | string | null | undefined

type MaybeFact = Omit<Fact, 'value'> & { readonly value: Label | undefined }

function fact(zh: string, en: string, value: Value, url?: string): MaybeFact {
  const isPrinted = typeof value === 'string'
  return { label: { zh, en }, value: isPrinted ? { zh: value, en: value } : (value ?? undefined), isPrinted, url }
}

const toDate = (iso: string | null): Label | undefined => (iso ? { zh: toChineseDate(iso), en: iso } : undefined)

function toPunctuality(days: number | null): Label | undefined {
  if (days === null) return undefined
  if (days > 0)
    return { zh: `晚于法定期限 ${days} 天`, en: `${days} ${plural(days, 'day', 'days')} after the statutory deadline` }
  if (days === 0) return { zh: '法定期限当日', en: 'on the day of the statutory deadline' }
  return {
    zh: `早于法定期限 ${-days} 天`,
    en: `${-days} ${plural(-days, 'day', 'days')} before the statutory deadline`,
  }
}

function toDivision({ report, places, candidates }: ReportView): Label | undefined {
  const evidence = toLabel(regionEvidences, report.region_evidence)
  if (report.region_code) {
    return {
      zh: `${places.zh}（${report.region_code}${evidence ? `，依据：${evidence.zh}` : ''}）`,
      en: `${places.en} (${report.region_code}${evidence ? `, by: ${evidence.en}` : ''})`,
    }
  }
  if (candidates.size === 0) return undefined
  const named = [...candidates]
  return {
    zh: `未能确定，可能是${named.map(([code, name]) => `${name}（${code}）`).join('或者')}`,
    en: `Not determined; it may be ${named.map(([code, name]) => `${name} (${code})`).join(' or ')}`,
  }
}

/** One word for all three tables, or one for each. */
function ofTables(words: readonly Label[]): Label {
  const [second, third, fourth] = words
  if (!second || !third || !fourth) throw new RangeError('Cannot describe the tables: there must be three of them')
  if (second.zh === third.zh && third.zh === fourth.zh)
    return { zh: `三张表：${second.zh}`, en: `all three tables: ${second.en}` }
  return {
    zh: `表二：${second.zh}；表三：${third.zh}；表四：${fourth.zh}`,
    en: `disclosure: ${second.en}; requests: ${third.en}; proceedings: ${fourth.en}`,
  }
}

function toEditions(report: ReportRow): Label {
  const editions = [report.disclosure_edition, report.requests_edition, report.proceedings_edition]
  return ofTables(
    editions.map((edition) =>
      edition ? { zh: `${edition}年版`, en: `form of ${edition}` } : { zh: '未读出', en: 'not read' },
    ),
  )
}

function toAlignment(report: ReportRow): Label {
  const evidence = [report.disclosure_evidence, report.requests_evidence, report.proceedings_evidence]
  return ofTables(evidence.map((kind) => toLabel(evidenceKinds, kind) ?? { zh: '表未读出', en: 'table not read' }))
}

function toAllFacts(view: ReportView): readonly MaybeFact[] {
  const { report, document } = view
  return [
    fact('机关', 'Agency', report.agency_name),
    fact('标题', 'Title', report.title),
    fact('发布机构', 'Publisher', report.publisher),
    fact('级别', 'Level', toLabel(levels, report.level)),
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
  const known = facts.flatMap(({ value, ...rest }) => (value && value.zh !== '' ? [{ ...rest, value }] : []))
  const absent = facts.filter(({ value }) => !value || value.zh === '').map(({ label }) => label)
  if (absent.length === 0) return known
  const value = { zh: absent.map(({ zh }) => zh).join('、'), en: absent.map(({ en }) => en).join(', ') }
  return [
    ...known,
    { label: { zh: '未载明或者未能确定', en: 'Not stated, or not determined' }, value, isPrinted: false },
  ]
}
