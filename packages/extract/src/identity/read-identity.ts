import type { Identity, Label, Line } from '@gongkai/schema'
import type { DateRepair, IdentityEvidence, IssueNote } from '../types.ts'
import { chooseName, type PrintedName } from './agency.ts'
import { type Settled, toSettled } from './corrections.ts'
import { findDate, findUrlDate } from './dates.ts'
import type { DivisionReading } from './division.ts'
import { hostDivisions, readDivision } from './division.ts'
import { toOfficialName } from './ids.ts'
import { isAreaText, toBodyKind, toFunctions, toLevel, toScope } from './kind.ts'
import type { IdentityLookups } from './lookups.ts'
import type { PageFields } from './metadata.ts'
import { isAgencyName } from './names.ts'
import { findNeighbour } from './pasted.ts'
import { findSelfWords, fitsSelf } from './self.ts'
import { readSetting, type Setting } from './setting.ts'
import { readSignedOn } from './signed.ts'
import type { Title } from './title.ts'
import { readYear } from './year.ts'

export { toAgencyId, toReportId } from './ids.ts'
export type { IdentityLookups } from './lookups.ts'
export { toIdentityLookups } from './lookups.ts'

/** Who reports on which year, as far as the document says; line numbers are those of the evidence. */
export interface IdentityReading {
  readonly identity: Omit<Identity, 'agencyId'>
  readonly issues: readonly IssueNote[]
  /** Year of the statistics period, null when none is printed. */
  readonly periodYear: number | null
  readonly dateRepairs: readonly DateRepair[]
  readonly titleLines: readonly number[]
  readonly signatureLines: readonly number[]
  readonly metadataLines: readonly number[]
}

const PUBLISHERS = ['publisher', 'source', 'author'] as const

/** A document number as printed: 泾政发〔2024〕3号; brackets around it are left out. */
const DOCUMENT_NUMBER = /(?<=^[（(]?)[^\s（(|]{0,24}[〔[【﹝(（]?\s*20\d{2}\s*[〕\]】﹞)）]?[^\d\s]{0,4}\d{1,12}\s*号/
/** Words that a page gives for its source, and that name no body. */
const NOBODY = /^(?:本[网站]|原创|转载|网络|互联网|未知|佚名|匿名|管理员|系统|编辑部?|无)/

function readCodes(fields: PageFields): Pick<Identity, 'indexNumber' | 'documentNumber' | 'siteCode' | 'publisher'> {
  const { values } = fields
  const document = DOCUMENT_NUMBER.exec(values.get('document_number') ?? '')?.[0] ?? null
  const [index = ''] = /^\S+/.exec(values.get('index_number') ?? '') ?? []
  const site = /\d{10}/.exec(values.get('site_code') ?? '')?.[0] ?? null
  const publishers = PUBLISHERS.flatMap((field) => values.get(field) ?? [])
  return {
    indexNumber: /\d/.test(index) ? index : null,
    documentNumber: document,
    siteCode: site === null || /^0+$/.test(site) ? null : site,
    publisher: publishers.find((name) => /^[\p{sc=Han}（）()]{2,40}$/u.test(name) && !NOBODY.test(name)) ?? null,
  }
}

/** The day the page was published; header clocks and days before the report year ended do not count. */
function readPublishedOn({ values }: PageFields, year: number | null): string | null {
  for (const field of ['published', 'dated', 'written', 'updated'] as const) {
    const on = findDate(values.get(field) ?? '')
    if (on !== null && (year === null || Number(on.slice(0, 4)) >= year)) return on
  }
  return null
}

function placeOf({ division: found, zone, evidence, candidates }: DivisionReading, lookups: IdentityLookups) {
  // A former name leads to the division as it is called now.
  const division = found === null ? null : (lookups.divisions.get(found.code) ?? found)
  return {
    regionCode: division?.code ?? null,
    regionCandidates: [...candidates],
    regionEvidence: evidence,
    province: division?.province ?? null,
    prefecture: division === null || division.prefecture === '' ? null : division.prefecture,
    county: division?.level === 'county' ? division.name : null,
    zone,
  }
}

/** The government whose site an address belongs to. */
function governmentAt(url: string | null, lookups: IdentityLookups): readonly string[] {
  const [division, ...others] = hostDivisions(url, lookups)
  return division !== undefined && others.length === 0 ? [`${division.name}人民政府`] : []
}

function readIssuer(setting: Setting, url: string | null, lookups: IdentityLookups): ReturnType<typeof chooseName> {
  const { lines, preface, named, title, signature, fields, site } = setting
  const self = findSelfWords(lines)
  // 来源 and 作者 name whoever put the page there; alone they are no issuer.
  const isNamed = title?.agency != null || signature.agency !== null
  const pageNames = (isNamed ? PUBLISHERS : (['publisher'] as const)).flatMap((field) => fields.values.get(field) ?? [])
  const printed = {
    title: title?.agency ?? null,
    titleLine: title?.lines.at(-1) ?? null,
    signature: signature.agency,
    metadata: pageNames.filter((name) => isAgencyName(name) && fitsSelf(name, self)),
    site: [...site, ...governmentAt(url, lookups)],
    isOfArea: isAreaText(preface),
  }
  return chooseName({ ...printed, preface, named, lines, self }, lookups)
}

/** Words of advertising where the name of the agency stands in a title; 体育 may be part of an organ's own name. */
const FOREIGN =
  /博彩|娱乐|直播|官网|[A-Za-z]{2,}|体育(?=[\p{sc=Han}]{2,}(?:局|委|厅|政府|中心))(?!局|和|旅游|总局|委|中心|事业|发展|管理)/u

/** @param other the body that the document names besides, if any */
function issuesOf(best: PrintedName | null, other: string | null, title: Title | null): readonly IssueNote[] {
  const before = title?.agency === null ? title.text.replace(/(?:政府|政务)?信息公开.*$/, '') : ''
  const damaged: readonly IssueNote[] = FOREIGN.test(before) ? [{ code: 'agency_damaged', severity: 'warning' }] : []
  const unknown: readonly IssueNote[] = [...damaged, ...doubtOf(best)]
  if (other === null) return unknown
  const detail = { zh: other, en: other }
  return [...unknown, { code: 'agency_conflict', severity: 'warning', detail }]
}

/** What names an agency where neither title, preface, signature nor publisher does. */
const INFERRED: Partial<Record<PrintedName['source'], Label>> = {
  narrative: { zh: '正文所述的机关', en: 'the body that the sections speak of' },
  site: { zh: '网站名称、主办单位、栏目路径或网址', en: 'the site, its owner, the path to the page or its address' },
}

function doubtOf(best: PrintedName | null): readonly IssueNote[] {
  if (best === null) return [{ code: 'agency_unknown', severity: 'warning' }]
  const detail = INFERRED[best.source]
  return detail === undefined ? [] : [{ code: 'agency_inferred', severity: 'warning', detail }]
}

/** Another body that signs, or that the sections speak of. */
function findOther(
  { best, conflict }: ReturnType<typeof chooseName>,
  sections: readonly Line[],
  lookups: IdentityLookups,
) {
  return conflict ?? (best === null ? null : findNeighbour(best.name, sections, lookups))
}

/** What sort of body reports, on what, and on how much. */
function kindOf(agency: string | null, region: DivisionReading, preface: readonly Line[], lookups: IdentityLookups) {
  const level = toLevel(agency, region, lookups)
  const functions = toFunctions(agency, lookups)
  return { level, bodyKind: toBodyKind(agency, level, lookups), functions, scope: toScope(agency, preface, lookups) }
}

/** Issues of year and agency, without those that a reviewed correction settles. */
const unsettled = (
  settled: Settled,
  ofYear: readonly IssueNote[],
  ofAgency: readonly IssueNote[],
): readonly IssueNote[] => [...(settled.year === null ? ofYear : []), ...(settled.agency === null ? ofAgency : [])]

/** The division that a reviewed correction gives stands instead of what was read. */
function settleDivision(read: DivisionReading, { regionCode }: Settled, lookups: IdentityLookups): DivisionReading {
  if (regionCode === null) return read
  const division = lookups.divisions.get(regionCode)
  if (division === undefined) throw new RangeError(`Cannot settle a division: "${regionCode}" is no division in use`)
  return { ...read, division, evidence: 'correction', candidates: [], issues: [] }
}

/**
 * Reads who issued a report, on which year, when and where; what is not printed or not certain is null.
 *
 * @example a title `某县水利局2023年政府信息公开工作年度报告` → { agencyName: '某县水利局', year: 2023, … }
 * @param evidence cleaned lines (simplified script, one per paragraph or table row), page metadata, address
 * @returns the identity without its key, issues, repairs of damaged dates, and which lines are title, signature and metadata
 */
export function readIdentity(evidence: IdentityEvidence, lookups: IdentityLookups): IdentityReading {
  const { metadata, url } = evidence
  const lines = evidence.lines.filter(({ text }) => text.trim() !== '')
  const setting = readSetting(lines, metadata, lookups)
  const { head, preface, title, signature, fields, dated } = setting
  const issuer = readIssuer(setting, url, lookups)
  const sections = lines.slice(head.length).filter(({ line }) => !signature.lines.includes(line))
  const other = findOther(issuer, sections, lookups)
  const settled = toSettled(lookups.corrections.get(evidence.sha256 ?? ''))
  const dating = readYear(title?.year ?? null, dated, url)
  const year = settled.year ?? dating.year
  const codes = readCodes(fields)
  const agency = settled.agency ?? issuer.best?.name ?? null
  const read = readDivision({ ...evidence, ...codes, ...placing(setting, issuer.best), lines, agency, year }, lookups)
  const region = settleDivision(read, settled, lookups)
  const publishedOn = readPublishedOn(fields, year)
  const signing = readSignedOn(signature, publishedOn, year)
  const named = { agencyName: agency, title: title?.text ?? null, year }
  const dates = { publishedOn, signedOn: signing.signedOn, urlOn: url === null ? null : findUrlDate(url) }
  const kind = kindOf(agency, region, preface, lookups)
  const place = placeOf(region, lookups)
  const officialName = toOfficialName({ ...named, ...place, level: kind.level }, lookups)
  const titleLines = title?.lines ?? []
  return {
    identity: { ...named, officialName, ...codes, ...place, ...kind, ...dates },
    issues: [
      ...unsettled(settled, dating.issues, issuesOf(issuer.best, other, title)),
      ...region.issues,
      ...signing.issues,
      ...settled.issues,
    ],
    periodYear: dating.period,
    dateRepairs: signing.repairs,
    titleLines,
    signatureLines: signature.lines,
    metadataLines: fields.lines.filter((line) => !titleLines.includes(line)),
  }
}

/** Names that place an agency, besides its own. */
function placing(setting: Setting, best: PrintedName | null) {
  const named = setting.named.map(({ name }) => name)
  return { agencySource: best?.source ?? null, site: setting.site, named }
}
