import type { BodyKind, Identity, Line } from '@gongkai/schema'
import type { DivisionReading } from './division.ts'
import type { IdentityLookups } from './lookups.ts'
import { isNational, toLocalName } from './names.ts'

/** A township or a body of one: 柳河镇人民政府, 柳河镇财政所, 柳河镇中心小学. */
const TOWNSHIP =
  /^[\p{sc=Han}]{1,10}?(?:镇|乡|苏木|街道)(?:(?:人民)?政府|办事处|办|党工委|党委|综合|财政所|卫生院|中心(?:校|小学|学校|幼儿园)|便民服务|退役军人|$)/u
/** A government's report on its whole area, put together from those of its bodies. */
const AREA_TEXT =
  /(?:数据|内容)来自全[省市州县区旗]|(?:综合|汇总|涵盖)(?:了)?[^。，,；;]{0,20}?(?:全[省市州县区旗]|各(?:县|区|市|州|旗|镇|乡|街道|部门|单位|级))|全[省市州县区旗](?:各级|各部门|各单位|政府系统)[^。]{0,20}(?:汇总|综合)/

/** Whether a text says that the report adds up those of a whole area. */
export const isAreaText = (preface: readonly Line[]): boolean => preface.some(({ text }) => AREA_TEXT.test(text))

/** The level of a body; null where its place is unknown and its name does not tell. */
export function toLevel(agency: string | null, reading: DivisionReading, lookups: IdentityLookups): Identity['level'] {
  // Where a page or an address lies says nothing of a body that is not known.
  if (agency === null) return null
  if (reading.zone !== null) return 'zone'
  const name = lookups.expandName(toLocalName(agency, lookups))
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
    /联合会$|工会$|红十字会$|团委$|[妇残文侨]联$|工商联$|科协$|协会$|学会$|党校$|纪委|纪律检查|监察委员会$|(?:组织|宣传|统战|工作)部$|^中共|^[省市县区旗州]?委(?:办公?[厅室]?|宣传|组织|统战|政法|老干部|编|网信|社会工作|$)|机构编制委员会|政法委员会$|政协|人大常?/,
  ],
  ['enterprise', /公司$|集团$|银行$/],
  ['institution', /中心$|中学$|小学$|幼儿园$|基地$|馆$|院$|所$|站$|学校$|大学$|合作社$|联合社$|供销社$|[林农]场$|队$/],
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
  if (isAreaText(preface)) return 'area'
  if (agency === null) return null
  const rest = agency.slice(lookups.placeOf(agency).end)
  return rest === '人民政府' || rest === '政府' || rest === '' ? 'area' : 'organ'
}
