import type { BodyKind, Identity, Line } from '@gongkai/schema'
import type { DivisionReading } from './division.ts'
import type { IdentityLookups } from './lookups.ts'
import { isNational, toLocalName } from './names.ts'

const TOWNSHIP = /^[\p{sc=Han}]{1,10}?(?:镇|乡|苏木|街道)(?:人民政府|办事处|办|党工委|综合|$)/u
const AREA_TEXT =
  /(?:综合|汇总)(?:了)?(?:全[省市州县区旗]|各(?:县|区|市|镇|乡|街道|部门|单位))|全[省市州县区旗](?:各级|各部门|各单位|政府系统)[^。]{0,20}(?:汇总|综合)/

/** The level of a body; null where its place is unknown and its name does not tell. */
export function toLevel(agency: string | null, reading: DivisionReading, lookups: IdentityLookups): Identity['level'] {
  if (reading.zone !== null) return 'zone'
  const name = toLocalName(agency ?? '', lookups)
  if (isNational(name)) return 'national'
  if (TOWNSHIP.test(name.slice(lookups.placeOf(name).end))) return 'township'
  if (reading.division !== null) return reading.division.level
  const levels = new Set(reading.candidates.map((code) => lookups.divisions.get(code)?.level))
  const [only = null] = levels
  return levels.size === 1 ? only : null
}

/** What the name of a body, without its place, says of its kind; the first that matches counts. */
const KINDS: readonly (readonly [BodyKind, RegExp])[] = [
  ['government_office', /政府办公[厅室]?$|政府办$/],
  ['government', /^(?:人民)?政府$|^行政公署$|^$/],
  [
    'vertical',
    /税务局|海关$|气象局$|地震局$|消防(?:救援)?(?:总队|支队|大队)$|调查总?队$|邮政管理局$|烟草专卖局$|人民银行|分局$|监管局$/,
  ],
  [
    'mass_organisation',
    /联合会$|工会$|红十字会$|团委$|[妇残文侨]联$|工商联$|科协$|协会$|学会$|党校$|纪委|(?:组织|宣传|统战|工作)部$/,
  ],
  ['enterprise', /公司$|集团$|银行$/],
  ['institution', /中心$|馆$|院$|所$|站$|学校$|大学$|合作社$|联合社$|供销社$|[林农]场$|队$/],
  ['department', /局$|委员会$|委$|厅$|部$|署$|办公室$|办$|处$/],
]

/** The kind of a body by its level and the ending of its name; null where neither tells. */
export function toBodyKind(agency: string | null, level: Identity['level'], lookups: IdentityLookups): BodyKind | null {
  if (level === 'township' || level === 'zone') return level
  if (agency === null) return null
  const name = lookups.expandName(agency)
  const own = name.slice(lookups.placeOf(name).end)
  const found = KINDS.find(([kind, pattern]) => pattern.test(own) && !(level === 'national' && kind === 'vertical'))
  return found?.[0] ?? null
}

/** The functions an agency's name speaks of, in the order of the lookup. */
export function toFunctions(agency: string | null, lookups: IdentityLookups): string[] {
  const { end } = lookups.placeOf(agency ?? '')
  const name = (agency ?? '').slice(end)
  // 人民政府 holds 民政, which is another office's word.
  const short = name.replaceAll('人民政府', '政府')
  const speaks = (keyword: string): boolean => (keyword.includes('人民政府') ? name : short).includes(keyword)
  return [...new Set(lookups.functions.filter(({ keyword }) => speaks(keyword)).map(({ functionId }) => functionId))]
}

/** Whether a report covers one organ or a whole area; null where no agency is known and the text does not tell. */
export function toScope(agency: string | null, preface: readonly Line[], lookups: IdentityLookups): Identity['scope'] {
  if (preface.some(({ text }) => AREA_TEXT.test(text))) return 'area'
  if (agency === null) return null
  const rest = agency.slice(lookups.placeOf(agency).end)
  return rest === '人民政府' || rest === '政府' || rest === '' ? 'area' : 'organ'
}
