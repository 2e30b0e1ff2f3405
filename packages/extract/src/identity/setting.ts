import type { Line } from '@gongkai/schema'
import type { Metadatum } from '../types.ts'
import { type ClauseName, findClauseNames } from './clauses.ts'
import type { IdentityLookups } from './lookups.ts'
import { type PageFields, readPageFields } from './metadata.ts'
import { readSignature, type Signature } from './signature.ts'
import { isFirstHeading, type Title } from './title.ts'
import { findTitle } from './titles.ts'
import { type Dated, findDated, findPeriodYear } from './year.ts'

const HEAD_LINES = 120
const FOOTER_LINES = 12
/** Lines before the first section; without a heading, the first lines that are no table. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const table = lines.findIndex(({ text }) => /第\s*二\s*十\s*条\s*第|信\s*息\s*内\s*容/.test(text))
  // A table of contents names the first section too; the last such line before the tables opens it.
  const heading = lines.slice(0, table >= 0 ? table : HEAD_LINES).findLastIndex(({ text }) => isFirstHeading(text))
  const end = heading >= 0 ? heading : table
  return lines.slice(0, end > 0 ? end : end === 0 ? 1 : HEAD_LINES)
}

/** What is known of a document before its issuer is. */
export interface Setting {
  readonly lines: readonly Line[]
  readonly head: readonly Line[]
  readonly preface: readonly Line[]
  /** The bodies that sentences of the preface name. */
  readonly named: readonly ClauseName[]
  readonly title: Title | null
  readonly signature: Signature
  readonly fields: PageFields
  /** What names the site. */
  readonly site: readonly string[]
  /** The lines that name a year. */
  readonly dated: readonly Dated[]
}

/** Lines of a path such as 首页 > 某县 > 信息公开. */
const PATH = /位置|首页|[>»]/

/** What names the site: its meta tag, its owner, the steps of the path to the page. */
function siteNames(head: readonly Line[], fields: PageFields, metadata: readonly Metadatum[]): readonly string[] {
  const around = metadata.flatMap(({ name, value }) => (name === 'page' ? [value] : []))
  const paths = [...around, ...head.map(({ text }) => text)].filter((text) => PATH.test(text) && text.length < 120)
  const steps = paths.flatMap((text) => text.split(/[>»:：/\s|\t]+/))
  const tags = metadata.filter(({ name }) => /^(?:sitename|site_name|siteowner|sponsor)$/i.test(name))
  return [...tags.map(({ value }) => value), fields.values.get('site') ?? '', ...steps].filter((text) => text !== '')
}

/** Lines of a site footer below the signature that carry the site code. */
function footerOf(lines: readonly Line[], head: readonly Line[], signed: readonly number[]): readonly Line[] {
  const last = head.at(-1)?.line ?? 0
  return lines
    .slice(-FOOTER_LINES)
    .filter(({ line, text }) => line > last && !signed.includes(line) && /网站标识码|主办(?:单位)?\s*[:：]/.test(text))
}

/** Lines that a title can be printed in; 有效 below 有效性 is no beginning of the one that follows. */
const titleLinesOf = (head: readonly Line[], fields: PageFields): readonly Line[] =>
  head.filter(({ line, text }) => /公开/.test(text) || !(fields.lines.includes(line) || /^[•·●]/.test(text)))

/** A line of running text, behind which no box with the page's data stands. */
const PROSE = /[，。].{20}/

/** Reads the parts of a document that tell of it: title, preface, signature and the page's data. */
export function readSetting(lines: readonly Line[], metadata: readonly Metadatum[], lookups: IdentityLookups): Setting {
  const head = headOf(lines)
  const box = readPageFields(head, metadata, lookups.pageLabels)
  const prose = head.find(({ text }) => PROSE.test(text))?.line ?? Number.POSITIVE_INFINITY
  // The day of the page below its title is not the day of a signature as well.
  const boxed = new Set(box.lines.filter((line) => line < prose))
  const signature = readSignature(lines.filter(({ line }) => !boxed.has(line)))
  const footer = footerOf(lines, head, signature.lines)
  const unsigned = head.filter(({ line }) => !signature.lines.includes(line))
  const isBox = footer.length === 0 && unsigned.length === head.length
  const fields = isBox ? box : readPageFields([...unsigned, ...footer], metadata, lookups.pageLabels)
  const dated = findDated(lines)
  const period = findPeriodYear(dated, head.at(-1)?.line)
  const title = findTitle(titleLinesOf(head, fields), metadata, period)
  const titleLines = title?.lines ?? []
  const preface = head.filter(({ line }) => !titleLines.includes(line) && !fields.lines.includes(line))
  const site = siteNames(head, fields, metadata)
  return { lines, head, preface, named: findClauseNames(preface), title, signature, fields, site, dated }
}
