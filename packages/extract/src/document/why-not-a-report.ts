import type { Line, ReasonCode, Report } from '@gongkai/schema'
import { countStates } from '../form/count-states.ts'
import type { DocumentKinds } from '../identity/document-kinds.ts'
import { parseTitle } from '../identity/title.ts'
import type { Metadatum } from '../types.ts'

/** Why a document is no yearly report, and what is printed that says so. */
export interface NotAReport {
  readonly reason: ReasonCode
  readonly detail: string
}

/** A line, or adjacent ones, that read like the title of a document. */
interface Heading {
  readonly text: string
  /** What it says instead of a yearly report; undefined for the title of one. */
  readonly kind: ReasonCode | undefined
}

/** Names of columns that stand in the navigation of every government site. */
const column =
  /^(?:法定主动公开内容|(?:政府)?信息公开(?:工作)?(?:指南|制度|目录|年报|年度报告|专栏)|政务公开|依申请公开)$/
/** A line that only goes on with the one before. */
const continuation = /^(?:编制|编写|发布|公布|报送|的|和|及|工作|情况).{0,20}(?:通知|通报|函|公告)$/
/** Words of a heading that speaks of disclosure or of the report on it, whatever it says of them. */
const onDisclosure = /信息公开|政务公开|年度报告|年报|公开工作/
/** Kinds of headings that outweigh the title of a report below them, which is then their subject. */
const aboutReports: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'interpretation',
  'guide',
  'notice',
  'partial_year',
  'study',
])
/** Kinds that tables with numbers do not refute: model texts and half-year reports are filled in too. */
const filledIn: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['partial_year', 'guide'])
const HEAD_LINES = 24
const JOINED_LINES = 3
const LINKED_REPORTS = 4
const BLANK_CELLS = 20
const QUOTED = 60

/** Why a readable document is not a yearly report, or undefined when it is one. */
export function findReason(
  report: Report,
  metadata: readonly Metadatum[],
  kinds: DocumentKinds,
): NotAReport | undefined {
  const states = countStates(report.cells)
  if (states.value > 0) {
    const subject = findSubject(findHeadings(report, metadata, kinds))
    return isFilledIn(subject) ? quote(subject.kind, subject.text) : undefined
  }
  const headings = [...findHeadings(report, metadata, kinds)]
  const [own] = headings
  if (states.blank >= BLANK_CELLS && countFigures(report) < 2)
    return own?.kind === 'notice' ? quote('notice', own.text) : quote('blank_form', titleOf(report, own))
  return judgeWithoutTables(report, metadata, headings, kinds)
}

/** Judges a document whose text alone can tell what it is. */
function judgeWithoutTables(
  report: Report,
  metadata: readonly Metadatum[],
  headings: readonly Heading[],
  kinds: DocumentKinds,
): NotAReport | undefined {
  const foreign = findForeign(report)
  if (foreign !== undefined) return foreign
  const subject = findSubject(headings)
  const named = subject?.kind === undefined ? undefined : quote(subject.kind, subject.text)
  if (named !== undefined && (named.reason !== 'notice' || !hasReportText(report))) return named
  const listing = findColumn(report, metadata)
  if (listing !== undefined) return listing
  const isTitled = headings.some(({ kind }) => kind === undefined)
  const other = isTitled ? undefined : headings[0]
  if (other?.kind !== undefined && !hasReportText(report)) return quote(other.kind, other.text)
  const placeholder = findPlaceholder(report)
  if (placeholder !== undefined) return placeholder
  const isReport = hasReportText(report) || (isTitled && report.sections.length > 1)
  const told = isReport ? undefined : findTold(report, kinds)
  if (told !== undefined) return told
  return isTitled || isYearlyReport(report) ? undefined : quote('unrelated', titleOf(report, undefined))
}

const quote = (reason: ReasonCode, text: string): NotAReport => ({
  reason,
  detail: `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`,
})

/** What a document calls itself: its heading, its title, else its first line. */
const titleOf = (report: Report, own: Heading | undefined): string =>
  own?.text ?? report.identity.title ?? report.lines.find(({ text }) => text.trim() !== '')?.text.trim() ?? ''

/** Whether a heading speaks of the report without being its title; 公开指南 is a line of navigation. */
const isAbout = (kind: ReasonCode, text: string): boolean =>
  aboutReports.has(kind) && onDisclosure.test(text) && (kind === 'partial_year' || /报告|年报/.test(text))

/** A model text or a half-year report names the report in its heading; 公开指南 alone is navigation. */
const isFilledIn = (heading: Heading | undefined): heading is Heading & { readonly kind: ReasonCode } =>
  heading?.kind !== undefined && filledIn.has(heading.kind) && /报告|年报|统计|公开情况/.test(heading.text)

const compact = (text: string): string => text.replace(/[\s|]+/g, '').replace(/^附件\d*[:：]?/, '')

/** The first heading that tells what the document is about. */
function findSubject(headings: Iterable<Heading>): Heading | undefined {
  for (const heading of headings) if (heading.kind === undefined || isAbout(heading.kind, heading.text)) return heading
  return undefined
}

/**
 * What reads like a title: the one that the page gives for its article, then those of the first lines, in order. Most
 * reports are told by the first.
 */
function* findHeadings(report: Report, metadata: readonly Metadatum[], kinds: DocumentKinds): Generator<Heading> {
  const article = metadata.find(({ name }) => /^articletitle$/i.test(name))?.value
  const lines = headLines(report)
  if (article !== undefined) yield* toHeading([compact(article)], kinds)
  for (let at = 0; at < lines.length; at++) {
    const parts = lines.slice(at, at + JOINED_LINES).map(({ text }) => compact(text))
    yield* readHeading(parts, kinds)
  }
}

/** The first lines of text; links and paths are none. */
function headLines(report: Report): readonly Line[] {
  return report.lines
    .filter(({ kind, text }) => kind !== 'metadata' && kind !== 'table_row' && !/[>》]|首页/.test(text))
    .filter(({ text }) => text.trim() !== '')
    .slice(0, HEAD_LINES)
}

/** The heading that the first of some lines opens: alone where that is a title already, else joined with the next. */
function readHeading(parts: readonly string[], kinds: DocumentKinds): readonly Heading[] {
  for (let i = 0; i < parts.length; i++) {
    // 关于做好…年度报告 | 编制和发布工作的通知: the first line alone would say the contrary.
    if (continuation.test(parts[i + 1] ?? '')) continue
    const [heading] = toHeading(parts.slice(0, i + 1), kinds)
    if (heading) return heading.text !== parts[0] && isNavigation(parts, kinds) ? [] : [heading]
  }
  return []
}

/** A line of navigation above a title does not become part of it. */
const isNavigation = ([first = '', ...others]: readonly string[], kinds: DocumentKinds): boolean =>
  others.some((part) => kinds.isYearlyTitle(part)) && !kinds.isYearlyTitle(first)

/** Lines, joined, as a heading if they read like one. */
function toHeading(parts: readonly string[], kinds: DocumentKinds): readonly Heading[] {
  const text = parts.join('')
  const isBroken = parts.length > 1 && parts.some((part) => column.test(part) || part.length > 40)
  if (isBroken || text.length < 8 || text.length > 76 || /[。；]/.test(text) || column.test(text)) return []
  if (kinds.isYearlyTitle(text)) return [{ text, kind: undefined }]
  const isEnd = kinds.isTitleEnd(text)
  if (!isEnd && !onDisclosure.test(text)) return []
  const kind = kinds.ofTitle(text)
  const isTitle = isEnd || kind === 'interpretation'
  return isTitle && kind !== undefined && !/[:：](?!.*(?:报告|公开))/.test(text) ? [{ text, kind }] : []
}

/** Figures with their unit in the narrative: a form that was filled in words is no blank form. */
const countFigures = (report: Report): number =>
  report.sections
    .filter(({ number }) => number === 1)
    .flatMap(({ text }) => [...text.matchAll(/(?<!\d)\d+(?:\.\d+)?\s*(?:条|件|次|篇|期|份|个|人次)/g)]).length

/** Sections with something to say in them; a notice only lists what they should be called. */
function hasReportText(report: Report): boolean {
  const told = report.sections.filter(({ text }) => text.replace(/\s/g, '').length >= 10)
  return report.sections.length >= 4 && told.length >= 2 && report.identity.year !== null
}

/** A year or name that is left open in the head: ××年, **局. */
function findPlaceholder(report: Report): NotAReport | undefined {
  const head = report.lines.slice(0, 12).map((line) => line.text)
  const found = head.flatMap((text) => /[×xX＊*]{2,4}(?:年|局|县|市|区|单位|镇)/.exec(text)?.[0] ?? [])[0]
  return found === undefined ? undefined : quote('guide', found)
}

/** What the first lines say in a sentence: 制定本指南, 本文以…为样本. */
function findTold(report: Report, kinds: DocumentKinds): NotAReport | undefined {
  for (const { text } of headLines(report)) {
    const told = kinds.ofText(text)
    if (told !== undefined) return quote(told.kind, told.words)
  }
  return undefined
}

function findForeign(report: Report): NotAReport | undefined {
  const text = report.lines.map((line) => line.text).join('')
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0
  return letters > 100 && letters > han * 4 ? quote('summary', titleOf(report, undefined)) : undefined
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
  const listed = titles.filter(({ year }) => year !== null)
  const distinct = new Set(listed.map(({ agency, year }) => `${agency} ${year}`))
  return distinct.size >= LINKED_REPORTS ? quote('column_page', listed[0]?.text ?? '') : undefined
}

/** A page that publishes one report as an attachment: titles of others beside it are links to related pages. */
function isCoverPage({ issues, lines }: Report): boolean {
  const isAttached = issues.some((issue) => issue.code === 'attachment_only')
  const isOffered = isAttached && lines.some(({ text }) => /附件|下载/.test(text))
  return isOffered || lines.some(({ text }) => /^(?:现将|现予|根据).{0,80}(?:公布|公开|发布)/.test(text))
}

/** Words in which the text of a report speaks of itself. */
const ofItself = /本(?:年度?)?(?:工作)?(?:报告|年报)|统计期限|现(?:将|予|公布|发布)|公开工作(?:年度)?报告如下/

/** Whether a document without a title of its own is a report by what it says: of itself, or in the sections of one. */
function isYearlyReport(report: Report): boolean {
  const { title, year } = report.identity
  if (title !== null) return year !== null || report.sections.length >= 3
  const head = report.lines.slice(0, 12).map((line) => line.text.replace(/\s/g, ''))
  const speaks = head.some((text) => ofItself.test(text) && onDisclosure.test(text))
  return (speaks && (year !== null || report.sections.length >= 3)) || hasReportText(report)
}
