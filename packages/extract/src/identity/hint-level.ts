import type { Division } from './division-names.ts'
import type { IdentityLookups } from './lookups.ts'
import { chainOf } from './places.ts'

/** What a name without its place says of the level of its body; 市场, 市政, 区域 and the like say nothing. */
const OWN_LEVEL = /^(自治区|省|市(?!场|容|域|政(?!府|务|协|法)|民服务)|州|盟|区(?!域|块)|县(?!域)|旗)(?=\p{sc=Han}{2})/u

/** Where a hint points to: an address may name no more than the province. */
export type HintKind = 'address' | 'other'

/**
 * The division that a hint means for a body whose name says its level but not its place; null where it cannot be told.
 *
 * @example 市民政局, at an address in 江岸区 → 武汉市; 区统计局, on the site of 武汉市 → null
 */
export function toOwnLevel(
  hint: Division,
  agency: string | null,
  kind: HintKind,
  lookups: IdentityLookups,
): Division | null {
  const own = OWN_LEVEL.exec(agency ?? '')?.[1]
  const chain = chainOf(hint, lookups)
  if (own === undefined) return kind === 'address' && hint.level === 'province' ? null : hint
  if (own === '省' || own === '自治区') return chain[0] ?? null
  if (own === '市') return ofCity(chain)
  if (own === '州' || own === '盟') return chain.find(({ level }) => level === 'prefecture') ?? null
  return hint.level === 'county' ? hint : null
}

/** The city that a body calls its own: a city of county level, else that of the prefecture, else a municipality. */
function ofCity(chain: readonly Division[]): Division | null {
  const inner = chain.toReversed()
  const county = inner.find(({ level, name }) => level === 'county' && name.endsWith('市'))
  return county ?? inner.find(({ level, name }) => level !== 'county' && name.endsWith('市')) ?? null
}
