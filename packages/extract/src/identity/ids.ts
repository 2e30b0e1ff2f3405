import type { Identity } from '@gongkai/schema'
import type { Division, IdentityLookups } from './lookups.ts'
import { toPinyin } from './lookups.ts'
import { toTail } from './names.ts'

type Named = Pick<Identity, 'agencyName' | 'regionCode' | 'zone' | 'level'>

/** Stands for the whole country, which has no code in GB/T 2260, in the ids of central bodies. */
const NATIONAL = '000000'
const MUNICIPALITIES: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000'])

/** The official name without the place it begins with; a division that was merged into another stays in the name. */
function toLocal(name: string, { regionCode, zone }: Named, lookups: IdentityLookups): string {
  const { divisions, end } = lookups.placeOf(name)
  if (end > 0) {
    const isOwn = divisions.some(({ code, isMerged }) => code === regionCode && isMerged !== true)
    return isOwn && end < name.length ? name.slice(end) : name
  }
  const tail = toTail(name, lookups)
  return zone !== null && !name.includes(zone) ? zone + tail : tail
}

/** How a division is named in full: with its city, or with the municipality it lies in. */
function toPlace({ name, level, parent }: Division, lookups: IdentityLookups): string {
  const outer = lookups.divisions.get(parent)
  const isNamed = level === 'county' && (outer?.level === 'prefecture' || MUNICIPALITIES.has(parent))
  return (isNamed ? (outer?.name ?? '') : '') + name
}

/**
 * The name in its full form: place as in the list of divisions, ending as the organ is officially called,
 * e.g. 城东区科技局 → 青禾市城东区科学技术局. Null where no agency is known.
 */
export function toOfficialName(identity: Named, lookups: IdentityLookups): string | null {
  const { agencyName, regionCode, zone } = identity
  if (agencyName === null) return null
  const name = lookups.expandName(agencyName)
  const division = regionCode === null ? undefined : lookups.divisions.get(regionCode)
  const local = toLocal(name, identity, lookups)
  if (zone !== null) return local
  if (division === undefined) return name
  // 国家税务总局泾县税务局 names its place in the middle, 深圳市公安局南山分局 begins with the city's.
  const isPlaced = local === name && (lookups.placeOf(name).end > 0 || name.includes(division.name))
  return isPlaced ? name : toPlace(division, lookups) + local
}

/**
 * The key of an agency: code of its division and pinyin of its official name without the place, e.g. 610603-wenhuahelvyouju;
 * an id listed in data/lookups/agencies.csv is not computed, and what would collide with one gets `-2`.
 * Where division or agency is unknown the part reads `x` and the id ends in 8 digits of the document's hash (and the part).
 */
export function toAgencyId(identity: Named, sha256: string, part: number, lookups: IdentityLookups): string {
  const region = identity.level === 'national' ? NATIONAL : identity.regionCode
  const official = toOfficialName(identity, lookups)
  const listed = lookups.agencyIds.get(`${region} ${official}`)
  if (listed !== undefined) return listed
  const local = official === null ? '' : toPinyin(toLocal(official, identity, lookups))
  const id = `${region ?? 'x'}-${local === '' ? 'x' : local}`
  if (region === null || local === '') return `${id}-${sha256.slice(0, 8)}${part > 1 ? `-${part}` : ''}`
  return toUnlisted(id, lookups)
}

/** An id that agencies.csv gives to no other agency. */
function toUnlisted(id: string, { agencyIds }: IdentityLookups): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? id : `${id}-${n}`
    if (!isTaken(candidate, agencyIds)) return candidate
  }
}

/** A set of all ids would be built for one look. */
function isTaken(id: string, agencyIds: IdentityLookups['agencyIds']): boolean {
  for (const taken of agencyIds.values()) if (taken === id) return true
  return false
}

/** The key of a report: agency and year, `x` where the year is unknown. */
export const toReportId = (agencyId: string, year: number | null): string => `${agencyId}-${year ?? 'x'}`
