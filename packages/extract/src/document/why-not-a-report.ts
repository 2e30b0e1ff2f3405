import type { ReasonCode, Report } from '@gongkai/schema'
import { countStates } from '../form/count-states.ts'
import { parseTitle } from '../identity/title.ts'
import type { Metadatum } from '../types.ts'

/** Why a document is no yearly report, and what was found. */
export interface NotAReport {
  readonly reason: ReasonCode
  readonly detail: string
}

/** What the heading of a document says that is no yearly report; the first that matches counts. */
const headingReasons: readonly (readonly [ReasonCode, RegExp])[] = [
  ['partial_year', /上半年|下半年|半年度|第?[一二三四1-4]季度|\d{1,2}月份/],
  ['guide', /范文|模板|样本|样表|示例/],
  ['guide', /(?:信息公开|政务公开)(?:工作)?(?:指南|目录|制度|办法|规定|须知)|报告(?:制度|办法|格式|填报说明)$/],
  ['notice', /通知$|通报$/],
  ['letter', /函$/],
  ['statistics', /公开.{0,12}(?:统计|统计表|情况表|报表|台账)$/],
  ['other_report', /(?:报告|年报|报表|要点|总结|决算|预算|公报|规划|方案|意见|公开说明|培训会|部署会|推进会)$/],
]
/** How the heading of an official document ends. */
const heading =
  /(?:报告|年报|报表|统计表?|情况表|通知|通报|函|公告|要点|总结|指南|目录|制度|办法|格式|模板|范文|决算|预算|公开说明|方案|意见|公报|培训会|部署会|推进会)(?:[（(][^（()）]{0,14}[）)])?$/
/** Names of columns that stand in the navigation of every government site. */
const column =
  /^(?:法定主动公开内容|(?:政府)?信息公开(?:工作)?(?:指南|制度|目录|年报|年度报告|专栏)|政务公开|依申请公开)$/
/** A line that only goes on with the one before. */
const continuation = /^(?:编制|编写|发布|公布|报送|的|和|及|工作|情况).{0,20}(?:通知|通报|函|公告)$/
const HEAD_LINES = 24
const JOINED_LINES = 3
const LINKED_REPORTS = 4
const BLANK_CELLS = 20

/** Why a readable document is not a yearly report, or undefined when it is one. */
export function findReason(report: Report, metadata: readonly Metadatum[]): NotAReport | undefined {
  const states = countStates(report.cells)
  const own = findOwnHeading(report, metadata)
  const named = own === undefined ? undefined : reasonOf(own)
  if (states.value > 0) return named && ['partial_year', 'guide'].includes(named.reason) ? named : undefined
  if (states.blank >= BLANK_CELLS && countFigures(report) < 2)
    return named?.reason === 'notice'
      ? named
      : { reason: 'blank_form', detail: `${states.blank} empty cells and no number` }
  const other = findForeign(report) ?? findPlaceholder(report) ?? findColumn(report, metadata)
  if (other !== undefined) return other
  const isFinal = named?.reason === 'partial_year' || named?.reason === 'guide'
  if (named !== undefined && (isFinal || !hasReportText(report))) return named
  if (isYearlyReport(report)) return undefined
  return { reason: 'unrelated', detail: 'neither a title of a yearly report nor a statutory table was found' }
}

const compact = (text: string): string => text.replace(/\s+/g, '').replace(/^附件\d*[:：]?/, '')

/** The title that the page gives for its article, else the first lines that read like the heading of a document. */
function findOwnHeading(report: Report, metadata: readonly Metadatum[]): string | undefined {
  const article = metadata.find(({ name }) => /^articletitle$/i.test(name))?.value
  if (article !== undefined && heading.test(compact(article))) return compact(article)
  const lines = report.lines
    .filter(({ kind, text }) => kind !== 'metadata' && kind !== 'table_row' && !/[>》]|首页/.test(text))
    .slice(0, HEAD_LINES)
  for (let at = 0; at < lines.length; at++) {
    const parts = lines.slice(at, at + JOINED_LINES).map(({ text }) => compact(text))
    const found = parts.map((_, i) => parts.slice(0, i + 1)).filter(isHeading)
    // 关于做好…年度报告 | 编制和发布工作的通知: the first line alone would say the contrary.
    const whole = found.find((own) => !continuation.test(parts[own.length] ?? '')) ?? found.at(-1)
    if (whole !== undefined) return whole.join('')
  }
  return undefined
}

/** Whether lines, joined, read like the heading of a document. */
function isHeading(parts: readonly string[]): boolean {
  const text = parts.join('')
  const isBroken = parts.length > 1 && parts.some((part) => column.test(part) || part.length > 40)
  return (
    !isBroken &&
    text.length >= 8 &&
    text.length <= 76 &&
    !/[。；：:]/.test(text) &&
    !column.test(text) &&
    heading.test(text)
  )
}

function reasonOf(own: string): NotAReport | undefined {
  const bare = own.replace(/[（(][^（()）]{0,14}[）)]$/, '')
  const isYearly = parseTitle(own, []) !== null && !/通知$/.test(bare)
  const found = headingReasons.find(
    ([reason, pattern]) => pattern.test(bare) && !(isYearly && reason === 'other_report'),
  )
  return found === undefined ? undefined : { reason: found[0], detail: `"${own}"` }
}

/** Figures with their unit in the narrative: a form that was filled in words is no blank form. */
const countFigures = (report: Report): number =>
  report.sections
    .filter(({ number }) => number === 1)
    .flatMap(({ text }) => [...text.matchAll(/\d+(?:\.\d+)?\s*(?:条|件|次|篇|期|份|个|人次)/g)]).length

/** Sections with something to say in them; a notice only lists what they should be called. */
function hasReportText(report: Report): boolean {
  const told = report.sections.filter(({ text }) => text.replace(/\s/g, '').length >= 10)
  return report.sections.length >= 4 && told.length >= 2 && report.identity.year !== null
}

/** A year or name that is left open in the head: ××年, **局. */
function findPlaceholder(report: Report): NotAReport | undefined {
  const head = report.lines.slice(0, 12).map((line) => line.text)
  const found = head.flatMap((text) => /[×xX＊*]{2,4}(?:年|局|县|市|区|单位|镇)/.exec(text)?.[0] ?? [])[0]
  return found === undefined ? undefined : { reason: 'guide', detail: `"${found}"` }
}

function findForeign(report: Report): NotAReport | undefined {
  const text = report.lines.map((line) => line.text).join('')
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0
  return letters > 100 && letters > han * 4
    ? { reason: 'summary', detail: `${letters} Latin letters, ${han} Han characters` }
    : undefined
}

const LINK_DATE = /[[（(]?20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\]）)]?\s*$/

/** A page that lists reports of several years or bodies, and holds none, not even as an attachment. */
function findColumn(report: Report, metadata: readonly Metadatum[]): NotAReport | undefined {
  const isArticle = metadata.some(
    ({ name, value }) => /^articletitle$/i.test(name) && (parseTitle(value, [])?.year ?? null) !== null,
  )
  if (report.sections.length > 1 || isArticle || report.identity.signedOn !== null || isCoverPage(report))
    return undefined
  const titles = report.lines.flatMap(
    ({ text }) => parseTitle(text.replace(LINK_DATE, '').replace(/^[•·\s]+/, ''), []) ?? [],
  )
  const listed = new Set(titles.filter(({ year }) => year !== null).map(({ agency, year }) => `${agency} ${year}`))
  return listed.size >= LINKED_REPORTS
    ? { reason: 'column_page', detail: `links to ${listed.size} reports and no section of one` }
    : undefined
}

/** A page that publishes one report as an attachment: titles of others beside it are links to related pages. */
function isCoverPage({ issues, lines }: Report): boolean {
  const isAttached = issues.some((issue) => issue.code === 'attachment_only')
  const isOffered = isAttached && lines.some(({ text }) => /附件|下载/.test(text))
  return isOffered || lines.some(({ text }) => /^(?:现将|现予|根据).{0,80}(?:公布|公开|发布)/.test(text))
}

const titled =
  /(?:政府|政务)?信息公开(?:工作)?[^\n。]{0,12}(?:年度?)?(?:工作)?(?:报告|年报)|政务公开(?:工作)?年度(?:工作)?报告/

function isYearlyReport(report: Report): boolean {
  const head = [report.identity.title ?? '', ...report.lines.slice(0, 12).map((line) => line.text)].join('\n')
  const joined = head.replace(/[ \t]/g, '').replace(/\n(?=公开|工作|年度|报告)/g, '')
  return titled.test(joined) && (report.identity.year !== null || report.sections.length >= 3)
}
