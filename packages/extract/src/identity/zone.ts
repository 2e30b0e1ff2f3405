import type { IdentityLookups } from './lookups.ts'
import { isWithin } from './places.ts'

/** A functional zone in an agency name, and the code of the city it lies in. */
export interface Zone {
  readonly name: string
  readonly parent: string | null
  /** Whether the parent is told by its short name alone, which may be that of a town elsewhere: 大渡口经开区. */
  readonly isShort: boolean
  readonly end: number
}

const ZONE_KINDS = [
  '经济技术开发区',
  '高新技术产业开发区',
  '高新技术开发区',
  '高新技术产业园区',
  '综合保税区',
  '保税港区',
  '保税区',
  '出口加工区',
  '自由贸易试验区',
  '自贸试验区',
  '旅游度假区',
  '国际旅游度假区',
  '风景名胜区',
  '风景区',
  '经济开发区',
  '产业集聚区',
  '工业园区',
  '产业园区',
  '科技园区',
  '循环经济区',
  '经济合作区',
  '合作区',
  '示范区',
  '开发区',
  '经开区',
  '高新区',
  '管理区',
  '生态城',
  '新城',
  '新区',
  '度假区',
  '化工园区',
  '工业园',
]
const ZONE = new RegExp(`^([\\p{sc=Han}]{0,12}?)(?:${ZONE_KINDS.join('|')})(?![镇乡]|街道)`, 'u')

/** A division that the beginning of a name tells, and where it ends. */
interface Head {
  readonly code: string
  readonly end: number
}

/** The division that a zone lies in: of a province that its name begins with, the city named in short behind it. */
function parentOf(zone: string, lookups: IdentityLookups): Pick<Zone, 'parent' | 'isShort'> {
  const { divisions, end } = lookups.placeOf(zone)
  const [place, ...others] = divisions
  const isPlace = place !== undefined && others.length === 0
  const head = isPlace ? { code: place.code, end } : shortHead(zone, lookups)
  if (head === null) return { parent: null, isShort: true }
  const isProvince = lookups.divisions.get(head.code)?.level === 'province'
  const inside = isProvince ? shortHead(zone.slice(head.end), lookups, head.code) : null
  return { parent: (inside ?? head).code, isShort: !isPlace && !isProvince }
}

/** The one city, or else the one county, that a name begins with in short, within a province where one is known. */
function shortHead(name: string, lookups: IdentityLookups, province?: string): Head | null {
  for (let end = name.length; end >= 2; end -= 1) {
    const named = (lookups.byShortName.get(name.slice(0, end)) ?? []).filter(
      ({ code }) => province === undefined || (code !== province && isWithin(code, province, lookups)),
    )
    const cities = named.filter(({ level }) => level !== 'county')
    const found = cities.length === 1 || named.length === 1 ? (cities[0] ?? named[0]) : undefined
    if (found !== undefined) return { code: found.code, end }
  }
  return null
}

/** Reads the functional zone an agency name begins with; divisions such as 浦东新区 are none. */
export function readZone(name: string, lookups: IdentityLookups): Zone | null {
  const place = lookups.placeOf(name)
  const match = ZONE.exec(name.slice(place.end))
  if (match === null) return null
  const end = place.end + match[0].length
  const zone = name.slice(0, end)
  const known = [...lookups.zones].find(([listed]) => zone.endsWith(listed))
  return known === undefined
    ? { name: zone, ...parentOf(zone, lookups), end }
    : { name: zone, parent: known[1], isShort: false, end }
}
