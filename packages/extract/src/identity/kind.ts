import type { Identity, Line } from '@gongkai/schema'
import type { DivisionReading } from './division.ts'
import type { IdentityLookups } from './lookups.ts'
import { isNational, toLocalName } from './names.ts'
import { readPlacePrefix } from './places.ts'

const TOWNSHIP = /^[\p{sc=Han}]{1,10}?(?:镇|乡|苏木|街道)(?:人民政府|办事处|办|党工委|综合|$)/u
const AREA_TEXT =
  /(?:综合|汇总)(?:了)?(?:全[省市州县区旗]|各(?:县|区|市|镇|乡|街道|部门|单位))|全[省市州县区旗](?:各级|各部门|各单位|政府系统)[^。]{0,20}(?:汇总|综合)/

/** The level of a body; null where its place is unknown and its name does not tell. */
export function toLevel(agency: string | null, reading: DivisionReading, lookups: IdentityLookups): Identity['level'] {
  if (reading.zone !== null) return 'zone'
  const name = toLocalName(agency ?? '', lookups)
  if (isNational(name)) return 'national'
  if (TOWNSHIP.test(name.slice(readPlacePrefix(name, lookups).end))) return 'township'
  if (reading.division !== null) return reading.division.level
  const levels = new Set(reading.candidates.map((code) => lookups.divisions.get(code)?.level))
  const [only = null] = levels
  return levels.size === 1 ? only : null
}

/** The functions an agency's name speaks of, in the order of the lookup. */
export function toFunctions(agency: string | null, lookups: IdentityLookups): string[] {
  const { end } = readPlacePrefix(agency ?? '', lookups)
  const name = (agency ?? '').slice(end)
  // 人民政府 holds 民政, which is another office's word.
  const speaks = (keyword: string): boolean =>
    (keyword.includes('人民政府') ? name : name.replaceAll('人民政府', '政府')).includes(keyword)
  return [...new Set(lookups.functions.filter(({ keyword }) => speaks(keyword)).map(({ functionId }) => functionId))]
}

/** Whether a report covers one organ or a whole area; null where no agency is known and the text does not tell. */
export function toScope(agency: string | null, preface: readonly Line[], lookups: IdentityLookups): Identity['scope'] {
  if (preface.some(({ text }) => AREA_TEXT.test(text))) return 'area'
  if (agency === null) return null
  const rest = agency.slice(readPlacePrefix(agency, lookups).end)
  return rest === '人民政府' || rest === '政府' || rest === '' ? 'area' : 'organ'
}
