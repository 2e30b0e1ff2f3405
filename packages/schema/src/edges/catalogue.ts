import * as z from 'zod/mini'

const texts = z.object({ values: z.array(z.string()), steps: z.array(z.int()) })
const numbers = z.array(z.int())

/** Everything but text about reports, by column; the same number of values in each. */
const columns = {
  texts: z.object({
    agencyId: texts,
    name: texts,
    otherNames: texts,
    title: texts,
    places: texts,
    regionCode: texts,
    province: texts,
    level: texts,
    functions: texts,
    edition: texts,
    documentNumber: texts,
  }),
  numbers: z.object({
    year: numbers,
    day: numbers,
    failedCount: numbers,
    assessedCount: numbers,
    declaredCount: numbers,
    flags: numbers,
    /** Totals of 表三; -1 where none was read. */
    received: numbers,
    results: numbers,
    disclosed: numbers,
    refused: numbers,
  }),
  /** Ids that are not `<agency>-<year>`, by position. */
  ids: z.record(z.string(), z.string()),
}
const columnsObject = z.object(columns)
export type ReportColumns = z.output<typeof columnsObject>

const rowLabel = { id: z.string(), zh: z.string(), en: z.string(), indicator: z.string() }
/** Divisions of the reports and those above them, by code. */
const regions = z.record(z.string(), z.object({ name: z.string(), nameEn: z.string(), parent: z.string() }))

/** All reports of the search in one file. */
const catalogueFile = z.object({
  /** Of the build, 32 bits; every file of the index states it. */
  version: z.int(),
  shardCount: z.int().check(z.minimum(1)),
  ...columns,
  /** Rows of 表三 and 表四 and groups of them, each with the reports in which it is not 0, as the gaps between their positions. */
  rows: z.array(z.object({ ...rowLabel, reports: numbers })),
  regions,
})
export type CatalogueFile = z.output<typeof catalogueFile>

/** Some neighbouring reports of a search whose catalogue is kept in blocks. */
const blockFile = z.object({
  version: z.int(),
  ...columns,
  /** Positions in this block of the reports in which a row is not 0, by row, as the gaps between them. */
  rows: z.record(z.string(), numbers),
  regions,
  /** Positions, in all of the catalogue, of the other reports of the agency of each report. */
  kin: z.array(numbers),
  /** Reports of each place that the block names, among all reports. */
  places: z.record(z.string(), z.int()),
})
export type BlockFile = z.output<typeof blockFile>

/** What stands in the place of the catalogue where that is kept in blocks. */
const topFile = z.object({
  version: z.int(),
  shardCount: z.int().check(z.minimum(1)),
  /** Files of the index of names. */
  nameShardCount: z.int().check(z.minimum(1)),
  /** Reports of a block. */
  blockSize: z.int().check(z.minimum(1)),
  /** Reports of a province and a year, in the order of the blocks: the day of each, as the step down from the one before. */
  shelves: z.array(z.object({ province: z.string(), year: z.int(), days: numbers })),
  rows: z.array(z.object(rowLabel)),
  /** Values by which reports are narrowed down, beside provinces and years; each has a file of its own, by its place here. */
  choices: z.array(z.object({ facet: z.string(), value: z.string(), count: z.int() })),
  /** Tokens that so many reports hold that their lists are long. */
  common: z.object({ texts: numbers, names: numbers }),
})
export type TopFile = z.output<typeof topFile>

/** The place of each report in one order; equal where the order leaves two equal. */
const orderFile = z.object({ version: z.int(), places: numbers })
export type OrderFile = z.output<typeof orderFile>

function parse<T extends z.ZodMiniType>(shape: T, value: unknown): z.output<T> {
  const { success, data, error } = z.safeParse(shape, value)
  if (!success) throw new RangeError(`Cannot read the catalogue: "${error.issues[0]?.path.join('.')}" is wrong`)
  return data
}

function checkColumns({ texts: words, numbers: counts }: ReportColumns): void {
  const lengths = [
    ...Object.values(words).map(({ steps }) => steps.length),
    ...Object.values(counts).map((c) => c.length),
  ]
  const count = counts.year.length
  if (lengths.some((length) => length !== count))
    throw new RangeError(`Cannot read the catalogue: each column must have ${count} values`)
}

/**
 * Reads the catalogue of the search, as a page fetched it.
 *
 * @throws {RangeError} if the file is no catalogue; the message names the field that is wrong
 */
export function readCatalogue(value: unknown): CatalogueFile {
  const data = parse(catalogueFile, value)
  checkColumns(data)
  return data
}

/** Whether a file is the top of a catalogue in blocks. */
export const isTop = (value: unknown): boolean => typeof value === 'object' && value !== null && 'shelves' in value

/** Reads the file of that name where the catalogue is kept in blocks. @throws {RangeError} as `readCatalogue` does */
export const readTop = (value: unknown): TopFile => parse(topFile, value)

/** Reads one block. @throws {RangeError} as `readCatalogue` does */
export function readBlock(value: unknown): BlockFile {
  const data = parse(blockFile, value)
  checkColumns(data)
  if (data.kin.length !== data.numbers.year.length)
    throw new RangeError(`Cannot read the catalogue: "kin" must have ${data.numbers.year.length} values`)
  return data
}

/** Reads one order. @throws {RangeError} as `readCatalogue` does */
export const readOrder = (value: unknown): OrderFile => parse(orderFile, value)
