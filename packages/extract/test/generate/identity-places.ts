import { readFileSync } from 'node:fs'
import { parseCsv } from '../../src/lookups/csv.ts'
import type { Random } from './random.ts'

/** A division as the list of codes gives it. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'prefecture' | 'county'
  readonly province: string
  readonly prefecture: string
}

const rows = parseCsv(readFileSync(new URL('../../../../data/lookups/divisions.csv', import.meta.url), 'utf8'))
/** Every division of the mainland. */
export const places: readonly Place[] = rows
  .filter(({ code = '' }) => code < '710000')
  .map(({ code = '', name = '', level = '', province = '', prefecture = '' }) => ({
    code,
    name,
    level: level === 'province' || level === 'prefecture' ? level : 'county',
    province,
    prefecture,
  }))

const ofLevel = (level: Place['level']): readonly Place[] => places.filter((place) => place.level === level)
const pools = { province: ofLevel('province'), prefecture: ofLevel('prefecture'), county: ofLevel('county') }
const homonyms = pools.county.filter(({ name }) => sharing(name).length > 1)

/** Codes of all divisions that share a name. */
export function sharing(name: string): readonly string[] {
  return places.filter((place) => place.name === name).map(({ code }) => code)
}

/** The counties of the city that a county lies in. */
export const ofCity = ({ prefecture, province }: Place): readonly Place[] =>
  pools.county.filter((place) => place.prefecture === prefecture && place.province === province)

const draw = (pool: readonly Place[], random: Random): Place => {
  const place = pool[random.int(pool.length)]
  if (place === undefined) throw new RangeError('Cannot draw a place: the pool is empty')
  return place
}

export const drawPlace = (level: Place['level'], random: Random): Place => draw(pools[level], random)
export const drawHomonym = (random: Random): Place => draw(homonyms, random)

/** The name with the division above it, as a signature prints it. */
export const withParent = (place: Place): string =>
  place.level === 'county' ? (place.prefecture || place.province) + place.name : place.name

/** A city whose name can stand before a zone: 宁波 for 宁波市. */
export function drawCity(random: Random): Place & { readonly short: string } {
  for (;;) {
    const place = draw(pools.prefecture, random)
    const short = place.name.slice(0, -1)
    if (place.name.endsWith('市') && short.length >= 2 && sharing(place.name).length === 1) return { ...place, short }
  }
}
