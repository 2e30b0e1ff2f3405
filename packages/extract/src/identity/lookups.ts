import type { LookupRows } from '@gongkai/schema'
import { pinyin } from 'pinyin-pro'
import { remember } from '../text/remember.ts'
import { type Corrections, toCorrections } from './corrections.ts'
import { type Division, type NamedDivision, toNamedDivisions, toShortForm } from './division-names.ts'
import { type PageLabels, toPageLabels } from './page-labels.ts'
import { type PlaceNames, type PlacePrefix, readPlaces } from './places.ts'

export type { Division } from './division-names.ts'

/** What readIdentity looks up; built once by toIdentityLookups. */
export interface IdentityLookups extends PlaceNames {
  /** The place an agency's name begins with. */
  readonly placeOf: (name: string) => PlacePrefix
  /** Divisions by the pinyin a host label spells, with and without the kind of division. */
  readonly byHost: (label: string) => readonly Division[]
  /** Cities by name without 市, for zones named after them. */
  readonly byShortName: ReadonlyMap<string, readonly Division[]>
  /** The official form of a name's ending: 科技局 → 科学技术局. */
  readonly expandName: (name: string) => string
  readonly zones: ReadonlyMap<string, string>
  readonly functions: readonly { readonly keyword: string; readonly functionId: string }[]
  /** Ids that were published, by division and official name without place. */
  readonly agencyIds: ReadonlyMap<string, string>
  readonly corrections: Corrections
  /** Labels of the data that pages print about their document. */
  readonly pageLabels: PageLabels
  /** The division that took the place of one whose code is no longer in use. */
  readonly formerCodes: ReadonlyMap<string, string>
}

const KIND = /(特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|自治旗|地区|省|市|县|区|盟|旗)$/
/** Hong Kong and Macau have no divisions of the mainland kind; names such as 东区 must not lead there. */
const isMainland = ({ code, level }: Division): boolean => level === 'province' || code < '710000'

/** Pinyin without tones and separators, ü as v, as hosts and ids spell it. */
export const toPinyin = remember(spell)

function spell(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z0-9]/g, '')
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return groups
}

/** A value that is computed when it is first asked for: few documents have an address whose host must be spelled out. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function toNameLengths(names: readonly NamedDivision[]): ReadonlyMap<string, readonly number[]> {
  const lengths = groupBy(names, ({ name }) => [name.slice(0, 2)])
  return new Map(
    [...lengths].map(([start, named]) => [
      start,
      [...new Set(named.map(({ name }) => name.length))].toSorted((a, b) => b - a),
    ]),
  )
}

const toShortName = (name: string): string => {
  const short = name.replace(KIND, '')
  return short.length >= 2 ? short : name
}

/** What a host calls a division: its name, with and without its kind, and the customary name of an autonomous one. */
function toHostNames(name: string): readonly string[] {
  const customary = toShortForm(name) ?? name
  return [name, toShortName(name), customary, toShortName(customary)]
}

/** A province with what its divisions put in front of their hosts: 江苏 → js, 内蒙古 → nmg and nm. */
interface Initials {
  readonly province: Division
  readonly prefixes: readonly string[]
}

function toInitials(province: Division): Initials {
  const initials = [...toShortName(province.name)].map((letter) => spell(letter).charAt(0)).join('')
  return { province, prefixes: [...new Set([initials, initials.slice(0, 2)])] }
}

/** The divisions of a province whose names stand behind its initials: jsxishan → 锡山区 of 江苏省. */
function behindInitials(
  label: string,
  provinces: readonly Initials[],
  hosts: ReadonlyMap<string, readonly Division[]>,
): readonly Division[] {
  const found = provinces.flatMap(({ province, prefixes }) =>
    prefixes
      .filter((prefix) => label.startsWith(prefix))
      .flatMap((prefix) => hosts.get(label.slice(prefix.length)) ?? [])
      .filter(({ code, level }) => level !== 'province' && code.slice(0, 2) === province.code.slice(0, 2)),
  )
  return [...new Set(found)]
}

const toDivision = ({ parent_code: parent, ...row }: LookupRows['divisions'][number]): Division => ({
  code: row.code,
  name: row.name,
  level: row.level,
  parent,
  province: row.province,
  prefecture: row.prefecture,
})

/** Puts the official form in place of the longest ending of agency-suffixes.csv that a name has. */
function toExpander(suffixes: LookupRows['agency-suffixes']): (name: string) => string {
  const endings = suffixes.toSorted((a, b) => b.short.length - a.short.length)
  return (name) => {
    const hit = endings.find(({ short, full }) => name.endsWith(short) && !name.endsWith(full))
    return hit === undefined ? name : name.slice(0, -hit.short.length) + hit.full
  }
}

/**
 * Builds the indexes that identity is read with.
 *
 * @param rows of the files in data/lookups
 */
export function toIdentityLookups(rows: LookupRows): IdentityLookups {
  const divisions = rows.divisions.map(toDivision)
  const mainland = divisions.filter(isMainland)
  const names = toNamedDivisions(mainland, rows)
  const hosts = lazily(() => groupBy(mainland, ({ name }) => toHostNames(name).map(spell)))
  const provinces = lazily(() => mainland.filter(({ level }) => level === 'province').map(toInitials))
  const places: PlaceNames = {
    divisions: new Map(divisions.map((division) => [division.code, division])),
    byName: new Map(
      [...groupBy(names, ({ name }) => [name])].map(([name, named]) => [name, named.map(({ division }) => division)]),
    ),
    nameLengths: toNameLengths(names),
  }
  return {
    ...places,
    placeOf: remember((name) => readPlaces(name, places)),
    byHost: (label) => hosts().get(label) ?? behindInitials(label, provinces(), hosts()),
    byShortName: groupBy(mainland, ({ name }) => [toShortName(name)]),
    expandName: remember(toExpander(rows['agency-suffixes'])),
    zones: new Map(rows.zones.map(({ name, parent_code: parent }) => [name, parent])),
    functions: rows.functions.map(({ keyword, function: functionId }) => ({ keyword, functionId })),
    agencyIds: new Map(
      rows.agencies.map(({ region_code: region, agency_name: name, agency_id: id }) => [`${region} ${name}`, id]),
    ),
    corrections: toCorrections(rows.identity),
    pageLabels: toPageLabels(rows['page-labels']),
    formerCodes: new Map(rows['former-divisions'].map(({ former_code: former, code }) => [former, code])),
  }
}
