import { type BlockFile, readBlock, type TopFile } from '@gongkai/schema/browser'
import { decodeReports } from '../catalogue.ts'
import { type NamedReport, toNamed } from '../names.ts'
import type { Region, SearchReport } from '../report.ts'
import { OutdatedError } from '../shards.ts'

/** A report that was loaded. */
export interface Held {
  readonly report: SearchReport
  readonly named: NamedReport
  /** Places of the other reports of its agency. */
  readonly kin: readonly number[]
}

/** All reports by their place: what the top of the catalogue says of them, and what was loaded of the blocks. */
export interface Stock {
  readonly total: number
  readonly years: Int32Array
  /** Days since 1970; 0 where there is no date. */
  readonly days: Int32Array
  readonly provinceOf: (place: number) => string
  /** Places, the newest report first. */
  readonly newest: readonly number[]
  /** Loads the blocks of some reports, each once. */
  readonly load: (places: readonly number[]) => Promise<void>
  /** Undefined before its block is loaded. */
  readonly held: (place: number) => Held | undefined
  /** Places of all that was loaded. */
  readonly loaded: () => Iterable<number>
  /** Divisions of what was loaded, by code. */
  readonly regions: ReadonlyMap<string, Region>
  /** Reports of the places that were loaded, among all reports, by the keys of `toPlaceKeys`. */
  readonly placeCounts: ReadonlyMap<string, number>
}

/** The later year first, then the later day, then as in the catalogue. */
export const byNewest =
  ({ years, days }: Pick<Stock, 'years' | 'days'>) =>
  (a: number, b: number): number =>
    (years[b] ?? 0) - (years[a] ?? 0) || (days[b] ?? 0) - (days[a] ?? 0) || a - b

function readShelves(shelves: TopFile['shelves']) {
  const total = shelves.reduce((sum, { days }) => sum + days.length, 0)
  const [years, days, shelfOf] = [new Int32Array(total), new Int32Array(total), new Int32Array(total)]
  let place = 0
  shelves.forEach((shelf, number) => {
    let day = 0
    shelf.days.forEach((step, i) => {
      day = i === 0 ? step : day - step
      years[place] = shelf.year
      days[place] = day
      shelfOf[place] = number
      place += 1
    })
  })
  const provinceOf = (at: number) => shelves[shelfOf[at] ?? 0]?.province ?? ''
  return { total, years, days, provinceOf }
}

/** @throws {OutdatedError} if the file is of another build than the top of the catalogue */
export function checkVersion(file: { readonly version: number }, version: number): void {
  if (file.version !== version)
    throw new OutdatedError(`Cannot read the catalogue: version ${version} is required, found ${file.version}`)
}

/** Opens the top of a catalogue; `fetchBlock` reads the JSON of one block. */
export function toStock(top: TopFile, fetchBlock: (block: number) => Promise<unknown>): Stock {
  const shelved = readShelves(top.shelves)
  const held: Held[] = []
  const regions = new Map<string, Region>()
  const placeCounts = new Map<string, number>()
  const blocks = new Map<number, Promise<void>>()
  const keep = (block: number, file: BlockFile) => {
    checkVersion(file, top.version)
    for (const [code, region] of Object.entries(file.regions)) regions.set(code, region)
    for (const [key, count] of Object.entries(file.places)) placeCounts.set(key, count)
    decodeReports(file, Object.entries(file.rows)).forEach((report, i) => {
      held[block * top.blockSize + i] = { report, named: toNamed(report, regions), kin: file.kin[i] ?? [] }
    })
  }
  const loadBlock = (block: number): Promise<void> => {
    const known = blocks.get(block) ?? fetchBlock(block).then((file) => keep(block, readBlock(file)))
    blocks.set(block, known)
    // A block that could not be read is asked for again.
    known.catch(() => blocks.delete(block))
    return known
  }
  return {
    ...shelved,
    newest: Array.from({ length: shelved.total }, (_, place) => place).sort(byNewest(shelved)),
    async load(places) {
      const wanted = new Set(places.map((place) => Math.floor(place / top.blockSize)))
      await Promise.all([...wanted].map(loadBlock))
    },
    held: (place) => held[place],
    *loaded() {
      for (const place of Object.keys(held)) yield Number(place)
    },
    regions,
    placeCounts,
  }
}
