import { pinyin } from 'pinyin-pro'
import { parseCsv } from '../csv.ts'
import { remember } from '../remember.ts'
import { type Corrections, toCorrections } from './corrections.ts'
import { type Division, type NamedDivision, toNamedDivisions } from './division-names.ts'
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
}

/** The texts of the lookup files. */
export interface IdentityCsvTexts {
  readonly divisions: string
  readonly suffixes: string
  readonly zones: string
  readonly functions: string
  readonly formerDivisions: string
  readonly divisionAliases: string
  readonly agencies: string
  readonly corrections: string
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

function toDivision(row: Readonly<Record<string, string>>): Division {
  const { code = '', name = '', level, parent_code: parent = '', province = '', prefecture = '' } = row
  if (level !== 'province' && level !== 'prefecture' && level !== 'county')
    throw new RangeError(
      `Cannot read division "${code}": level must be province, prefecture or county, found "${level}"`,
    )
  return { code, name, level, parent, province, prefecture }
}

/** Puts the official form in place of the longest ending of agency-suffixes.csv that a name has. */
function toExpander(csv: string): (name: string) => string {
  const endings = parseCsv(csv)
    .map(({ short = '', full = '' }) => ({ short, full }))
    .toSorted((a, b) => b.short.length - a.short.length)
  return (name) => {
    const hit = endings.find(({ short, full }) => name.endsWith(short) && !name.endsWith(full))
    return hit === undefined ? name : name.slice(0, -hit.short.length) + hit.full
  }
}

/**
 * Builds the indexes that identity is read with.
 *
 * @param texts contents of the files in data/lookups
 * @throws {RangeError} if a division has an unknown level, or a row is not what its file holds
 */
export function toIdentityLookups(texts: IdentityCsvTexts): IdentityLookups {
  const rows = parseCsv(texts.divisions).map(toDivision)
  const mainland = rows.filter(isMainland)
  const names = toNamedDivisions(mainland, texts)
  const hosts = lazily(() => groupBy(mainland, ({ name }) => [spell(name), spell(toShortName(name))]))
  const places: PlaceNames = {
    divisions: new Map(rows.map((division) => [division.code, division])),
    byName: new Map(
      [...groupBy(names, ({ name }) => [name])].map(([name, named]) => [name, named.map(({ division }) => division)]),
    ),
    nameLengths: toNameLengths(names),
  }
  return {
    ...places,
    placeOf: remember((name) => readPlaces(name, places)),
    byHost: (label) => hosts().get(label) ?? [],
    byShortName: groupBy(mainland, ({ name }) => [toShortName(name)]),
    expandName: remember(toExpander(texts.suffixes)),
    zones: new Map(parseCsv(texts.zones).map(({ name = '', parent_code: parent = '' }) => [name, parent])),
    functions: parseCsv(texts.functions).map(({ keyword = '', function: functionId = '' }) => ({
      keyword,
      functionId,
    })),
    agencyIds: new Map(
      parseCsv(texts.agencies).map((row) => [`${row['region_code']} ${row['agency_name']}`, row['agency_id'] ?? '']),
    ),
    corrections: toCorrections(texts.corrections),
  }
}
