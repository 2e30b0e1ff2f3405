import * as z from 'zod/mini'
import { checkColumns, columns, numbers, parse, regions, rowLabel } from './catalogue.ts'

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
