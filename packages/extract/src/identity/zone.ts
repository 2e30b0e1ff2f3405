import type { IdentityLookups } from './lookups.ts'

/** A functional zone in an agency name, and the code of the city it lies in. */
export interface Zone {
  readonly name: string
  readonly parent: string | null
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

function parentOf(head: string, lookups: IdentityLookups): string | null {
  const place = lookups.placeOf(head)
  if (place.divisions.length === 1) return place.divisions[0]?.code ?? null
  for (let length = head.length; length >= 2; length -= 1) {
    const cities = lookups.byShortName.get(head.slice(0, length)) ?? []
    const strongest = cities.filter(({ level }) => level !== 'county')
    if (strongest.length === 1 || cities.length === 1) return (strongest[0] ?? cities[0])?.code ?? null
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
  return { name: zone, parent: known?.[1] ?? parentOf(zone, lookups), end }
}
