import type { Line } from '@gongkai/schema'
import { type ClauseName, findClauseNames, isNamed, toGovernment } from './clauses.ts'
import type { IdentityLookups } from './lookups.ts'
import { isSameBody, toTail } from './names.ts'
import { placeEnding } from './places.ts'
import { fitsSelf, type SelfWords } from './self.ts'
import { findSubject } from './subject.ts'

/** Where the issuer's name was printed. */
export type NameSource = 'title' | 'preface' | 'signature' | 'metadata' | 'narrative' | 'site'

export interface PrintedName {
  readonly name: string
  readonly source: NameSource
}

/** What is printed of the issuer, and around it. */
export interface Printed {
  readonly title: string | null
  /** The title's last line: an organ alone on one of the next lines is the issuer. */
  readonly titleLine: number | null
  readonly preface: readonly Line[]
  /** The bodies that sentences of the preface name. */
  readonly named: readonly ClauseName[]
  /** The whole document, in which a name may stand in any section. */
  readonly lines: readonly Line[]
  readonly signature: string | null
  /** Names that the page gives for the publisher of its document. */
  readonly metadata: readonly string[]
  /** Names of the site and of whoever runs it. */
  readonly site: readonly string[]
  readonly self: SelfWords
  /** Whether the report adds up those of a whole area. */
  readonly isOfArea: boolean
}

const NEAR_TITLE = 2
const FIRST_LINES = 3

const withoutQuoted = (text: string): string => text.replace(/《[^》]{0,200}》/g, '').replace(/\s/g, '')

/** Copies of a known name in the preface, in short or official form, with the place printed before it. */
function copiesOf(name: string, preface: readonly string[], lookups: IdentityLookups): readonly string[] {
  const tails = [...new Set([toTail(name, lookups), toTail(lookups.expandName(name), lookups)])].filter(
    (tail) => tail.length > 2,
  )
  return preface.flatMap((plain) =>
    tails.flatMap((tail) => {
      const at = plain.indexOf(tail)
      return at < 0 ? [] : [placeEnding(plain.slice(0, at), lookups) + tail]
    }),
  )
}

/** A centre or an office that answers questions is not the government whose area reports. */
const isAnswering = (name: string): boolean => /中心$|办$|办公室$|办公厅$|局$/.test(name)

/** A whole county or city, which no bureau is asked about under: 请与某县政务公开办公室联系. */
const isOfPlace = (name: string): boolean => /[省市县区旗州盟](?:(?:人民)?政府)?$/.test(name)

/**
 * Names from sentences: makers before those to ask, those that the text can mean by 我局 before others. What an office
 * puts together for a whole area is the report of its government.
 */
function fromClauses({ named, lines, isOfArea, self }: Printed, lookups: IdentityLookups): readonly ClauseName[] {
  const all = named.length > 0 ? named : findClauseNames(lines).filter(({ name }) => fitsSelf(name, self))
  return all
    .filter(({ name, role }) => role === 'issuer' || fitsSelf(name, self) || !isOfPlace(name))
    .filter(({ name, role }) => role === 'issuer' || !isOfArea || !isAnswering(lookups.expandName(name)))
    .map(({ name, role }) => ({ name: isOfArea ? toGovernment(name) : name, role }))
    .toSorted((a, b) => Number(!fitsSelf(a.name, self)) - Number(!fitsSelf(b.name, self)))
}

/** A body alone on one of the first lines; the name of a site is none that the text calls itself. */
function aloneAtFirst({ lines, self, title, titleLine }: Printed): readonly string[] {
  if (title !== null || titleLine !== null) return []
  return lines
    .slice(0, FIRST_LINES)
    .map(({ text }) => withoutQuoted(text))
    .filter((text) => isNamed(text) && fitsSelf(text, self) && self.organs.size > 0)
}

/**
 * Everything printed as the issuer's own name: title first, then preface, signature and the page's data. Where none of
 * them tells, what the narrative and the site call it.
 */
function gatherNames(
  printed: Printed,
  lookups: IdentityLookups,
  clauses: readonly ClauseName[],
): readonly PrintedName[] {
  const { title, preface, titleLine, signature, metadata } = printed
  const below = preface.filter(({ line }) => titleLine !== null && line > titleLine && line <= titleLine + NEAR_TITLE)
  const named = (names: readonly (string | null)[], source: NameSource): readonly PrintedName[] =>
    names.flatMap((name) => (name !== null && isNamed(name) ? [{ name, source }] : []))
  const plain = preface.map(({ text }) => withoutQuoted(text))
  const known = [title, signature].flatMap((name) => name ?? [])
  const copies = known.flatMap((name) => copiesOf(name, plain, lookups))
  const own = [
    ...named([title], 'title'),
    ...named(
      [
        ...below.map(({ text }) => withoutQuoted(text)),
        ...aloneAtFirst(printed),
        ...clauses.map(({ name }) => name),
        ...copies,
      ],
      'preface',
    ),
    ...named([signature], 'signature'),
    ...named(
      metadata.map((name) => name.replace(/\s/g, '')),
      'metadata',
    ),
  ]
  if (own.length > 0) return own
  const { lines, self, site } = printed
  const subject = findSubject(lines, self, lookups)
  return [
    ...named(fromNarrative(printed, lookups), 'narrative'),
    ...named([subject ?? null], 'narrative'),
    ...named(fromSite(site, self, lookups), 'site'),
  ]
}

/** Named this often in the narrative, a body may be its author. */
const OFTEN = 2
/** What follows a name that stands for the site of a body, or for its leaders. */
const NOT_ITSELF = /^(?:门户|网|官网|公报|官方|信息网|领导|主办)/
const MENTION = /[\p{sc=Han}]{2,24}?(?:局|委员会|厅|政府|街道办事处|管委会|中心|镇|乡)/gu

/** The body with its place that the sections name most, if the text can mean it by 我局. */
function fromNarrative({ lines, self }: Printed, lookups: IdentityLookups): readonly string[] {
  const counts = new Map<string, number>()
  for (const { kind, text } of lines) {
    if (kind === 'table_row') continue
    for (const name of mentionsIn(withoutQuoted(text), lookups)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first, second] = [...counts].filter(([name]) => fitsSelf(name, self)).toSorted(([, a], [, b]) => b - a)
  const isClear = first !== undefined && first[1] >= OFTEN && first[1] !== second?.[1]
  return isClear && self.organs.size + self.areas.size > 0 ? [first[0]] : []
}

/** Bodies with their places that a text names. */
function mentionsIn(text: string, lookups: IdentityLookups): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const { end } = lookups.placeOf(text.slice(at, at + 30))
    if (end === 0) continue
    const [rest = ''] = new RegExp(MENTION.source, 'uy').exec(text.slice(at + end)) ?? []
    const name = text.slice(at, at + end) + rest
    const isBody = rest !== '' && isNamed(name) && !NOT_ITSELF.test(text.slice(at + name.length))
    if (isBody) found.push(name)
    at += (isBody ? name.length : end) - 1
  }
  return found
}

/** The owner of the site: a body that the text can mean, or the government of the area that it calls its own. */
function fromSite(site: readonly string[], self: SelfWords, lookups: IdentityLookups): readonly string[] {
  const names = site.map((name) => name.replace(/\s/g, '').replace(/(?:政府信息公开)?(?:门户)?(?:网站?|平台)$/, ''))
  return names.filter((name) => {
    if (lookups.placeOf(name).end === 0 || !isNamed(name)) return false
    const isGovernment = /政府$/.test(name)
    return isGovernment ? self.organs.size === 0 && self.areas.size > 0 : self.organs.size > 0 && fitsSelf(name, self)
  })
}

/** Whether a name tells which body it is; a bare 办公室 does not. */
const saysPlace = (name: string, lookups: IdentityLookups): boolean => lookups.placeOf(name).end > 0

/** Units of a government that answer for it, so that their names contradict nobody's. */
const answersFor = /办公[室厅]$|政府办$|中心$|办$/

/** Two bodies that sentences of the preface give for the same report, neither of which answers for the other. */
function findContradiction(
  { title }: Printed,
  clauses: readonly ClauseName[],
  lookups: IdentityLookups,
): string | null {
  if (title !== null) return null
  const named = clauses.filter(({ name }) => saysPlace(name, lookups))
  const [best] = named
  if (best === undefined) return null
  const other = named.find(
    ({ name, role }) =>
      role !== best.role &&
      !isSameBody(name, best.name, lookups) &&
      !name.startsWith(best.name) &&
      !best.name.startsWith(name) &&
      !(role === 'contact' && answersFor.test(name)),
  )
  return other?.name ?? null
}

/**
 * The fullest printed name of the body that the strongest evidence names; null if none is printed.
 *
 * @returns the name, where it was printed, and whether the signature or another sentence names another body
 */
export function chooseName(
  printed: Printed,
  lookups: IdentityLookups,
): { readonly best: PrintedName | null; readonly conflict: string | null } {
  const clauses = fromClauses(printed, lookups)
  const names = gatherNames(printed, lookups, clauses)
  const first = names[0]
  if (first === undefined) return { best: null, conflict: null }
  const distinct = names.filter(({ name }, i) => names.findIndex((other) => other.name === name) === i)
  const same: PrintedName[] = []
  for (const one of distinct) if (same.every(({ name }) => isSameBody(name, one.name, lookups))) same.push(one)
  const [best = first] = same.toSorted((a, b) => b.name.length - a.name.length)
  const signed = names.find(({ name, source }) => source === 'signature' && !isSameBody(first.name, name, lookups))
  const conflict = signed !== undefined && saysPlace(signed.name, lookups) ? signed.name : null
  return { best, conflict: conflict ?? findContradiction(printed, clauses, lookups) }
}
