import type { Identity } from '@gongkai/schema'
import type { IdentityLookups } from './lookups.ts'
import { toPinyin } from './lookups.ts'
import { expandName } from './names.ts'

type Named = Pick<Identity, 'agencyName' | 'regionCode' | 'province' | 'prefecture' | 'county' | 'zone'>

function withoutPlace(name: string, { province, prefecture, county }: Named): string {
  return [province, prefecture, county].reduce<string>(
    (rest, place) =>
      place !== null && rest.startsWith(place) && rest.length > place.length ? rest.slice(place.length) : rest,
    name,
  )
}

/**
 * The key of an agency: code of its division and pinyin of its official name without the place, e.g. 610603-wenhuahelvyouju.
 * Where division or agency is unknown the part reads `x` and the id ends in 8 digits of the document's hash (and the part).
 *
 * @param lookups when given, short endings such as 科技局 are completed first, so that both forms lead to one agency
 */
export function toAgencyId(identity: Named, sha256: string, part: number, lookups?: IdentityLookups): string {
  const { agencyName, regionCode, zone } = identity
  const name = agencyName === null || lookups === undefined ? agencyName : expandName(agencyName, lookups)
  const local =
    name === null ? null : toPinyin(withoutPlace(zone !== null && !name.includes(zone) ? zone + name : name, identity))
  const unknown = regionCode === null || local === null || local === ''
  const tail = unknown ? `-${sha256.slice(0, 8)}${part > 1 ? `-${part}` : ''}` : ''
  return `${regionCode ?? 'x'}-${local === null || local === '' ? 'x' : local}${tail}`
}

/** The key of a report: agency and year, `x` where the year is unknown. */
export const toReportId = (agencyId: string, year: number | null): string => `${agencyId}-${year ?? 'x'}`
