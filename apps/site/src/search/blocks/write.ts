import type { BlockFile, OrderFile, TopFile } from '@gongkai/schema/browser'
import { type ShardSettings, type TermIndex, toListBuilder, toTermIndex, toTokens } from '../build-index.ts'
import { encodeReports, toDay, toGaps } from '../catalogue.ts'
import { facetNames, facets } from '../facets.ts'
import { type NamedReport, toNamed } from '../names.ts'
import { orders } from '../order.ts'
import { encodeList } from '../postings.ts'
import { type Regions, type RowLabel, type SearchReport, toChain } from '../report.ts'
import { encodeShard } from '../shards.ts'
import { countPlaces, toPlaceKeys } from '../suggest.ts'
import type { Token } from '../tokens.ts'
import { joinLists, toNameTexts } from './name-index.ts'
import { type KeyedOrder, keyedOrders } from './orders.ts'

/** Reports up to which the catalogue is one file: more would take more than 400 KB when compressed, at 25 bytes each. */
export const mostWholeReports = 15_000
/** Reports of a block: 3 to 5 KB when compressed, of which a question opens one for each report that it shows. */
const blockSize = 48

/** A site in packs has few files whatever there is, so that lists lie in smaller ones. */
export const textShards = { shardBytes: 2048, mostShards: 65_536, longList: 3000 } as const
export const nameShards = { ...textShards, shardBytes: 1024 } as const

/** All that is written where the catalogue is kept in blocks, beside the index of texts. */
export interface BlockedCatalogue {
  readonly top: TopFile
  readonly blocks: readonly BlockFile[]
  /** Files of the index of names. */
  readonly names: readonly Uint8Array<ArrayBuffer>[]
  /** Reports with each value by which they are narrowed down, in the order of `top.choices`. */
  readonly choices: readonly Uint8Array<ArrayBuffer>[]
  readonly orders: Readonly<Record<KeyedOrder, OrderFile>>
}

/** What the blocks are written from. */
export interface BlockSource {
  readonly version: number
  /** In the order of `toShelved`. */
  readonly reports: readonly SearchReport[]
  readonly rows: readonly RowLabel[]
  readonly regions: Regions
  /** The index of their texts, in the same order. */
  readonly texts: TermIndex
  /** How the index of names is cut. */
  readonly nameSettings: Omit<ShardSettings, 'version'>
}

/**
 * Reports by province, year and day, the newest first: then a short list tells all three of each report.
 *
 * @param reports by id
 */
export function toShelved(reports: readonly SearchReport[]): readonly SearchReport[] {
  const byProvince = [...Map.groupBy(reports, ({ province }) => province).values()]
  return byProvince.flatMap((own) => own.toSorted(orders.newest))
}

/** Days of the reports of each province and year. */
function toShelves(reports: readonly SearchReport[]): TopFile['shelves'] {
  const shelves = Map.groupBy(reports, ({ province, year }) => `${province} ${year}`)
  return [...shelves.values()].map((own) => {
    const days = own.map(toDay)
    return {
      province: own[0]?.province ?? '',
      year: own[0]?.year ?? 0,
      days: days.map((day, i) => (i === 0 ? day : (days[i - 1] ?? 0) - day)),
    }
  })
}

/** Writes the index of names: for each token the reports that hold it in names, and those that do so in the title alone. */
function writeNames(reports: readonly NamedReport[], settings: ShardSettings): TermIndex {
  const [names, titles] = [toListBuilder(), toListBuilder()]
  for (const report of reports) {
    const inNames = toTokens(toNameTexts(report))
    names.add(inNames)
    titles.add(toTokens([report.title]).difference(inNames))
  }
  const [nameLists, titleLists] = [names.finish(), titles.finish()]
  const none = encodeList([], reports.length)
  const joined = new Map<Token, Uint8Array>()
  for (const token of new Set([...nameLists.keys(), ...titleLists.keys()]))
    joined.set(token, joinLists(nameLists.get(token) ?? none, titleLists.get(token) ?? none))
  return toTermIndex(joined, settings)
}

/** Values of all facets but those that the shelves tell, with the places of the reports that have each. */
function toChoices(reports: readonly SearchReport[]) {
  const others = facetNames.filter((name) => name !== 'province' && name !== 'year')
  return others.flatMap((facet) => {
    const held = new Map<string, number[]>()
    reports.forEach((report, i) => {
      for (const value of facets[facet](report)) {
        const places = held.get(value) ?? []
        places.push(i)
        held.set(value, places)
      }
    })
    return [...held].map(([value, places]) => ({ facet, value, places }))
  })
}

/** The place of each report in an order; equal where the order leaves two equal. */
function toOrderFile(order: KeyedOrder, reports: readonly SearchReport[], version: number): OrderFile {
  const compare = keyedOrders[order]
  const sorted = reports.map((report, i) => ({ report, i })).sort((a, b) => compare(a.report, b.report) || a.i - b.i)
  const places: number[] = []
  let place = 0
  sorted.forEach(({ report, i }, at) => {
    const before = sorted[at - 1]
    if (before && compare(before.report, report) !== 0) place += 1
    places[i] = place
  })
  return { version, places }
}

/** Writes the reports from one place on as a block. */
function toWriter({ version, reports, rows, regions }: BlockSource): (from: number) => BlockFile {
  const byAgency = Map.groupBy(reports.keys(), (i) => reports[i]?.agencyId ?? '')
  const placeCounts = countPlaces(reports)
  return (from) => {
    const own = reports.slice(from, from + blockSize)
    const codes = new Set(own.flatMap(({ regionCode }) => toChain(regions, regionCode)))
    const keys = new Set(own.flatMap(({ places }) => toPlaceKeys(places)))
    const held = rows.map(({ id }) => [id, toGaps(own, id)] as const)
    return {
      version,
      ...encodeReports(own),
      rows: Object.fromEntries(held.filter(([, gaps]) => gaps.length > 0)),
      regions: Object.fromEntries([...regions].filter(([code]) => codes.has(code))),
      kin: own.map(({ agencyId }, i) => (byAgency.get(agencyId) ?? []).filter((other) => other !== from + i)),
      places: Object.fromEntries([...keys].map((key) => [key, placeCounts.get(key) ?? 0])),
    }
  }
}

/** Writes the catalogue of many reports. */
export function writeBlocks(source: BlockSource): BlockedCatalogue {
  const { version, reports, rows, regions, texts, nameSettings } = source
  const names = writeNames(
    reports.map((report) => toNamed(report, regions)),
    { ...nameSettings, version },
  )
  const choices = toChoices(reports)
  const blockCount = Math.ceil(reports.length / blockSize)
  const writeBlock = toWriter(source)
  const toFile = (order: KeyedOrder) => toOrderFile(order, reports, version)
  return {
    top: {
      version,
      shardCount: texts.shards.length,
      nameShardCount: names.shards.length,
      blockSize,
      shelves: toShelves(reports),
      rows: [...rows],
      choices: choices.map(({ facet, value, places }) => ({ facet, value, count: places.length })),
      common: { texts: [...texts.common], names: [...names.common] },
    },
    blocks: Array.from({ length: blockCount }, (_, i) => writeBlock(i * blockSize)),
    names: names.shards,
    choices: choices.map(({ places }) => encodeShard([[0, encodeList(places, reports.length)]], version)),
    orders: { refused: toFile('refused'), failing: toFile('failing'), region: toFile('region') },
  }
}
