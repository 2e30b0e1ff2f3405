import { readAll } from '../data/read-rows.ts'
import type { RegionRow, ReportRow } from '../data/rows.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'
import { toPlaces } from '../words/report-names.ts'

/** A division that holds reports, or an ancestor of one. */
export interface Region {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  /** Codes from the province down to the parent. */
  readonly ancestors: readonly string[]
  readonly children: readonly string[]
  /** Reports of the division itself. */
  readonly reports: readonly ReportRow[]
  /** Reports of the division itself and of everything below it. */
  readonly allReports: readonly ReportRow[]
}

/** Ancestors of a division, top first; a code the list lacks has none. */
export function toAncestors(rows: ReadonlyMap<string, RegionRow>, code: string): readonly string[] {
  const found: string[] = []
  for (
    let parent = rows.get(code)?.parent_code;
    parent && !found.includes(parent);
    parent = rows.get(parent)?.parent_code
  ) {
    found.unshift(parent)
  }
  return found
}

/** Builds the tree of all divisions that hold reports. */
export function toRegions(
  byCode: ReadonlyMap<string, RegionRow>,
  reports: readonly ReportRow[],
): ReadonlyMap<string, Region> {
  const own = Map.groupBy(
    reports.filter((report) => report.region_code !== null),
    (report) => report.region_code ?? '',
  )
  const all = new Map<string, ReportRow[]>()
  for (const [code, list] of own) {
    for (const place of [...toAncestors(byCode, code), code]) {
      const held = all.get(place) ?? []
      all.set(place, held)
      held.push(...list)
    }
  }
  const codes = [...all.keys()].sort()
  const childrenOf = Map.groupBy(codes, (code) => toAncestors(byCode, code).at(-1) ?? '')
  const toRegion = (code: string): Region => ({
    code,
    name: byCode.get(code)?.name ?? code,
    nameEn: byCode.get(code)?.name_en ?? null,
    ancestors: toAncestors(byCode, code),
    children: childrenOf.get(code) ?? [],
    reports: own.get(code) ?? [],
    allReports: all.get(code) ?? [],
  })
  return new Map(codes.map((code) => [code, toRegion(code)]))
}

let heldRows: Promise<ReadonlyMap<string, RegionRow>> | undefined

async function loadRows(): Promise<ReadonlyMap<string, RegionRow>> {
  return new Map((await readAll('regions')).map((row) => [row.region_code, row]))
}

/** Every division by code, whether it has reports or not. */
export function readRegionRows(): Promise<ReadonlyMap<string, RegionRow>> {
  heldRows ??= loadRows()
  return heldRows
}

let held: Promise<ReadonlyMap<string, Region>> | undefined

/** The tree of the dataset, built once. */
export function readRegions(): Promise<ReadonlyMap<string, Region>> {
  held ??= Promise.all([readRegionRows(), readAll('reports')]).then(([rows, reports]) => toRegions(rows, reports))
  return held
}

/** Stands in an address for the place of the reports whose division is not known. */
export const unknownPlace = 'unknown'

async function loadPlaces(): Promise<ReadonlyMap<string, Region>> {
  const [regions, all] = await Promise.all([readRegions(), readAll('reports')])
  const reports = all.filter(({ region_code }) => region_code === null)
  if (reports.length === 0) return regions
  const { zh: name, en: nameEn } = both('unknownPlace')
  const nowhere = { code: unknownPlace, name, nameEn, ancestors: [], children: [], reports, allReports: reports }
  return new Map([...regions, [unknownPlace, nowhere]])
}

let heldPlaces: Promise<ReadonlyMap<string, Region>> | undefined

/** Every division that has a page; reports of no known division have one of their own, so that each can be reached. */
export function readPlaces(): Promise<ReadonlyMap<string, Region>> {
  heldPlaces ??= loadPlaces()
  return heldPlaces
}

/** Division code → English name, of the divisions that have one. */
export async function readEnglishNames(): Promise<ReadonlyMap<string, string>> {
  const rows = await readRegionRows()
  return new Map([...rows.values()].flatMap((row) => (row.name_en ? [[row.region_code, row.name_en] as const] : [])))
}

/** Names of a place as one text. @example joinPlaces(['Yangqu County', 'Taiyuan'], 'en') // 'Yangqu County, Taiyuan' */
export const joinPlaces = (names: readonly string[], locale: Locale): string => names.join(locale === 'zh' ? ' ' : ', ')

/** Names the place that a report is of: in Chinese from the province down, in English up to it; none where it is unknown. */
export async function readPlaceNames(locale: Locale): Promise<(report: ReportRow) => readonly string[]> {
  const rows = await readRegionRows()
  return (report) => {
    const { region_code: code, zone } = report
    if (locale === 'zh' || code === null) return toPlaces(report)
    const names = [...toAncestors(rows, code), code].map(
      (step) => rows.get(step)?.name_en ?? rows.get(step)?.name ?? step,
    )
    return [...names, ...(zone ? [zone] : [])].toReversed()
  }
}
