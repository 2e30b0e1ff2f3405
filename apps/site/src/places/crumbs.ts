import { toRegionPath } from '../site/href.ts'
import type { Locale } from '../words/locale.ts'
import { readPlaces, unknownPlace } from './regions.ts'

/** A step of the breadcrumb; the last one has no path. */
export interface Crumb {
  readonly name: string
  readonly path?: string
}

/** Steps from the province down to a division, the division included; English names where there are any. */
export async function readRegionCrumbs(code: string | null, locale: Locale = 'zh'): Promise<readonly Crumb[]> {
  const regions = await readPlaces()
  const region = regions.get(code ?? unknownPlace)
  if (!region) return []
  return [...region.ancestors, region.code].map((step) => ({
    name: (locale === 'en' && regions.get(step)?.nameEn) || (regions.get(step)?.name ?? step),
    path: toRegionPath(step),
  }))
}
