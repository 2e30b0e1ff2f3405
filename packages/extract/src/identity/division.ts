import type { Identity, Line } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'
import type { IssueNote, Metadatum } from '../types.ts'
import type { NameSource } from './agency.ts'
import { type HintKind, toOwnLevel } from './hint-level.ts'
import type { Division, IdentityLookups } from './lookups.ts'
import { isAkin, isNational, toLocalName } from './names.ts'
import { chainOf, isWithin, placeEnding } from './places.ts'
import { readZone } from './zone.ts'

type Evidence = Identity['regionEvidence']

/** What a division is decided from. */
export interface DivisionEvidence {
  readonly agency: string | null
  readonly agencySource: NameSource | null
  readonly indexNumber: string | null
  readonly siteCode: string | null
  readonly url: string | null
  readonly lines: readonly Line[]
  readonly metadata: readonly Metadatum[]
  /** Names of the site, of whoever runs it, and the path to the page. */
  readonly site: readonly string[]
  /** Other bodies that the preface names. */
  readonly named: readonly string[]
  /** Year of the report, which decides whether a former name still counts. */
  readonly year: number | null
}

export interface DivisionReading {
  readonly division: Division | null
  readonly zone: string | null
  readonly evidence: Evidence
  readonly candidates: readonly string[]
  readonly issues: readonly IssueNote[]
}

/** A kind of evidence apart from the name, and the divisions that it leaves possible. */
interface Hint {
  readonly evidence: NonNullable<Evidence>
  readonly read: (evidence: DivisionEvidence, lookups: IdentityLookups) => readonly Division[]
}

const ADDRESS = /(?:地址|地点|住址)\s*(?:(?:为|是|位于|在)\s*)?(?:[:：]\s*)?([\p{sc=Han}\d]{4,60})/u

/** The division of a code; one that is no longer in use leads to the division that took its place. */
const ofCode = (code: string | undefined, { divisions, formerCodes }: IdentityLookups): readonly Division[] => {
  const division = code === undefined ? undefined : divisions.get(formerCodes.get(code) ?? code)
  return division === undefined ? [] : [division]
}

/** The innermost divisions that the host of an address spells: www.sixian.gov.cn. */
export function hostDivisions(url: string | null, lookups: IdentityLookups): readonly Division[] {
  const labels =
    /^[a-z]+:\/\/([^/:]+)\.gov\.cn/i
      .exec(url ?? '')?.[1]
      ?.toLowerCase()
      .split('.') ?? []
  let found: readonly Division[] = []
  for (const label of labels.toReversed()) {
    const named = lookups.byHost(label)
    const inside = named.filter(
      ({ code }) => found.length === 0 || found.some((outer) => isWithin(code, outer.code, lookups)),
    )
    if (inside.length > 0) found = inside
  }
  return found
}

/** The place of the first address that begins with one. */
function addressDivisions({ lines }: DivisionEvidence, lookups: IdentityLookups): readonly Division[] {
  for (const { text } of lines) {
    const { divisions } = lookups.placeOf(ADDRESS.exec(text)?.[1] ?? '')
    if (divisions.length > 0) return divisions
  }
  return []
}

/** Hints apart from the name, strongest first. */
const HINTS: readonly Hint[] = [
  {
    evidence: 'index_number',
    read: ({ indexNumber }, lookups) => ofCode(/^(\d{6})(?=[-/A-Za-z])/.exec(indexNumber ?? '')?.[1], lookups),
  },
  { evidence: 'site_code', read: ({ siteCode }, lookups) => ofCode(siteCode?.slice(0, 6), lookups) },
  {
    evidence: 'credit_code',
    read: ({ indexNumber }, lookups) =>
      ofCode(/^[159N][1-9A-G](\d{6})[0-9A-Z]{9,10}(?![0-9A-Z])/.exec(indexNumber ?? '')?.[1], lookups),
  },
  { evidence: 'host', read: ({ url }, lookups) => hostDivisions(url, lookups) },
  { evidence: 'address', read: addressDivisions },
]

/** Candidates that a hint allows: the same division, one inside it, or one around it. */
function agreeing(
  candidates: readonly Division[],
  hints: readonly Division[],
  lookups: IdentityLookups,
): readonly Division[] {
  return candidates.filter(({ code }) =>
    hints.some((hint) => isWithin(code, hint.code, lookups) || isWithin(hint.code, code, lookups)),
  )
}

/** Whether the strongest hint that names one division names another place. */
function isContradicted(
  candidates: readonly Division[],
  evidence: DivisionEvidence,
  lookups: IdentityLookups,
): boolean {
  const named = HINTS.map(({ read }) => read(evidence, lookups)).find(({ length }) => length === 1)
  return named !== undefined && agreeing(candidates, named, lookups).length === 0
}

/** Homonyms whose parent is printed right before the name somewhere, 《》 aside: 延安市安塞区. */
function namedWithParent(
  candidates: readonly Division[],
  { lines, metadata }: DivisionEvidence,
  lookups: IdentityLookups,
): readonly Division[] {
  const texts = [...lines, ...metadata.map(({ value }) => ({ text: value }))].map(({ text }) =>
    text.replace(/《[^》]{0,200}》|\s/g, ''),
  )
  return candidates.filter((division) => {
    const parents = chainOf(division, lookups)
      .slice(0, -1)
      .map(({ name }) => name + division.name)
    return texts.some((text) => parents.some((name) => text.includes(name)))
  })
}

function settle(
  candidates: readonly Division[],
  evidence: DivisionEvidence,
  lookups: IdentityLookups,
): Omit<DivisionReading, 'zone'> {
  const own: Evidence = evidence.agencySource === 'signature' ? 'signature' : 'agency_name'
  for (const hint of HINTS) {
    if (candidates.length === 1 && hint.evidence === 'address') break
    const left = agreeing(candidates, hint.read(evidence, lookups), lookups)
    if (left.length === 1) return { division: left[0] ?? null, evidence: hint.evidence, candidates: [], issues: [] }
  }
  if (candidates.length === 1) return { division: candidates[0] ?? null, evidence: own, candidates: [], issues: [] }
  const parented = namedWithParent(candidates, evidence, lookups)
  if (parented.length === 1) return { division: parented[0] ?? null, evidence: 'parent', candidates: [], issues: [] }
  const ofSite = agreeing(candidates, siteDivisions(evidence, lookups), lookups)
  if (ofSite.length === 1) return { division: ofSite[0] ?? null, evidence: 'site', candidates: [], issues: [] }
  const codes = candidates.map(({ code }) => code).toSorted()
  const detail = { zh: codes.join('、'), en: codes.join(', ') }
  return {
    division: null,
    evidence: null,
    candidates: codes,
    issues: [{ code: 'region_ambiguous', severity: 'warning', detail }],
  }
}

const PORTAL = /(?:人民)?政府(?:门户)?网/g

/**
 * The county whose government's site the document names as its own. A city's site carries the reports of its
 * counties too, so it counts only for a body that calls itself the city's.
 */
function portalDivisions({ agency, lines, metadata }: DivisionEvidence, lookups: IdentityLookups): readonly Division[] {
  const texts = [...lines.map(({ text }) => text), ...metadata.map(({ value }) => value)]
  const named = texts.flatMap((text) => {
    if (!text.includes('网')) return []
    const plain = text.replace(/《[^》]{0,200}》|\s/g, '')
    return findAll(plain, PORTAL).flatMap(
      ({ index }) => lookups.placeOf(placeEnding(plain.slice(0, index), lookups)).divisions,
    )
  })
  const fits = named.filter(({ level }) => level === 'county' || (level === 'prefecture' && agency?.startsWith('市')))
  return distinctOf(fits)
}

const distinctOf = (divisions: readonly Division[]): readonly Division[] =>
  divisions.filter(({ code }, i) => divisions.findIndex((other) => other.code === code) === i)

/** The innermost of some divisions that all lie in one another; those that do not stay side by side. */
function innermost(divisions: readonly Division[], lookups: IdentityLookups): readonly Division[] {
  const distinct = distinctOf(divisions)
  return distinct.filter(
    ({ code }) => !distinct.some((other) => other.code !== code && isWithin(other.code, code, lookups)),
  )
}

/** The place of a body of the same kind that the preface names in other words: 编制泗县教科局…. */
const namedDivisions = ({ named, agency }: DivisionEvidence, lookups: IdentityLookups): readonly Division[] => {
  const places = named.map((name) => ({ name, ...lookups.placeOf(toLocalName(name, lookups)) }))
  const fits = places.filter(({ name, end }) => agency === null || isAkin(name.slice(end), agency, lookups))
  return innermost(
    fits.flatMap(({ divisions }) => divisions),
    lookups,
  )
}

/** The place that the site, its owner or the path to the page names. */
const siteDivisions = ({ site }: DivisionEvidence, lookups: IdentityLookups): readonly Division[] =>
  innermost(
    site.flatMap((name) => lookups.placeOf(name.replace(/\s/g, '')).divisions),
    lookups,
  )

/** Hints that count for a name without a place only, strongest first. */
const WEAK_HINTS: readonly Hint[] = [
  { evidence: 'parent', read: namedDivisions },
  { evidence: 'parent', read: portalDivisions },
  { evidence: 'site', read: siteDivisions },
]

/** A name without a place: the strongest single hint decides, if any. */
function settleUnnamed(evidence: DivisionEvidence, lookups: IdentityLookups): Omit<DivisionReading, 'zone'> {
  for (const hint of [...HINTS, ...WEAK_HINTS]) {
    const kind: HintKind = hint.evidence === 'address' ? 'address' : 'other'
    const found = hint.read(evidence, lookups).flatMap((one) => toOwnLevel(one, evidence.agency, kind, lookups) ?? [])
    const [division, ...others] = distinctOf(found)
    if (division !== undefined && others.length === 0)
      return { division, evidence: hint.evidence, candidates: [], issues: [] }
  }
  return { division: null, evidence: null, candidates: [], issues: [{ code: 'region_unknown', severity: 'warning' }] }
}

/** Divisions that bore the name in the report year; a former name counts when nothing else bears it. */
function inUse(divisions: readonly Division[], year: number | null): readonly Division[] {
  const valid = divisions.filter(({ until }) => until === undefined || (year !== null && year <= until))
  const chosen = valid.length > 0 ? valid : divisions
  return chosen.filter(({ code }, i) => chosen.findIndex((other) => other.code === code) === i)
}

/** The county that a branch of a city's organ is named after: 某市生态环境局城东分局 → 城东区. */
function branchDivisions(name: string, lookups: IdentityLookups): readonly Division[] {
  const { divisions, end } = lookups.placeOf(name)
  const own = name.slice(end).replace(/分局$/, '')
  if (own === name.slice(end) || divisions.length !== 1) return []
  const shorts = [2, 3, 4].flatMap((length) => lookups.byShortName.get(own.slice(-length)) ?? [])
  const counties = distinctOf([...shorts, ...lookups.placeOf(placeEnding(own, lookups)).divisions])
  return counties.filter(
    ({ code, level, parent }) =>
      level === 'county' && divisions.some((city) => city.code === parent && code !== parent),
  )
}

/** Decides the division of an agency; a homonym that nothing decides stays null with all its codes. */
export function readDivision(evidence: DivisionEvidence, lookups: IdentityLookups): DivisionReading {
  const name = toLocalName(evidence.agency ?? '', lookups)
  if (isNational(name)) return { division: null, zone: null, evidence: null, candidates: [], issues: [] }
  const zone = readZone(name, lookups)
  if (zone !== null) {
    const parent = ofCode(zone.parent ?? undefined, lookups)
    const isElsewhere = zone.isShort && isContradicted(parent, evidence, lookups)
    return {
      ...(parent.length > 0 && !isElsewhere ? settle(parent, evidence, lookups) : settleUnnamed(evidence, lookups)),
      zone: zone.name,
    }
  }
  const branch = branchDivisions(name, lookups)
  const divisions = branch.length === 1 ? branch : inUse(lookups.placeOf(name).divisions, evidence.year)
  return {
    ...(divisions.length > 0 ? settle(divisions, evidence, lookups) : settleUnnamed(evidence, lookups)),
    zone: null,
  }
}
