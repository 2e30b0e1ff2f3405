import type { NamedReports } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { toRegionPath } from '../site/href.ts'
import { both } from '../words/messages.ts'
import { readEnglishNames, readRegionRows, unknownPlace } from './regions.ts'
import { tiles } from './tiles.ts'

/** One province of the tile grid. */
export interface ProvinceTile {
  readonly code: string
  readonly short: string
  readonly shortEn: string
  readonly name: string
  readonly nameEn: string
  readonly column: number
  readonly row: number
  /** Reports held; undefined where the regulation does not apply. */
  readonly count: number | undefined
}

/** Code of the province that a report comes from; empty where its division is unknown. */
const provinceOf = ({ region_code: code }: ReportRow): string => (code === null ? '' : `${code.slice(0, 2)}0000`)

/** Reports by province code, in the order of the codes; those without a division last, under an empty code. */
function groupByProvince(reports: readonly ReportRow[]): readonly (readonly [string, readonly ReportRow[]])[] {
  const last = '~'
  return [...Map.groupBy(reports, provinceOf)].toSorted(([a], [b]) => ((a || last) < (b || last) ? -1 : 1))
}

/** Some reports by province, named and with the path of its page; those of no known division last. */
export async function nameProvinces(reports: readonly ReportRow[]): Promise<readonly NamedReports[]> {
  const rows = await readRegionRows()
  return groupByProvince(reports).map(([code, own]) => {
    const zh = rows.get(code)?.name ?? code
    const label = code === '' ? both('unknownPlace') : { zh, en: rows.get(code)?.name_en ?? zh }
    return { label, path: toRegionPath(code || unknownPlace), reports: own }
  })
}

/** The tile grid with the number of some reports, by province. */
export async function toProvinceTiles(reports: readonly ReportRow[]): Promise<readonly ProvinceTile[]> {
  const names = await readEnglishNames()
  const counts = Map.groupBy(reports, provinceOf)
  return tiles.map(({ applies, ...tile }) => ({
    ...tile,
    nameEn: names.get(tile.code) ?? tile.name,
    count: applies ? (counts.get(tile.code)?.length ?? 0) : undefined,
  }))
}
