import * as z from 'zod/mini'

const texts = z.object({ values: z.array(z.string()), steps: z.array(z.int()) })
export const numbers = z.array(z.int())

/** Everything but text about reports, by column; the same number of values in each. */
export const columns = {
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
export type ReportColumns = z.output<z.ZodMiniObject<typeof columns>>

export const rowLabel = { id: z.string(), zh: z.string(), en: z.string(), indicator: z.string() }
/** Divisions of the reports and those above them, by code. */
export const regions = z.record(z.string(), z.object({ name: z.string(), nameEn: z.string(), parent: z.string() }))

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

/** @throws {RangeError} that names the field which is wrong */
export function parse<T extends z.ZodMiniType>(shape: T, value: unknown): z.output<T> {
  const { success, data, error } = z.safeParse(shape, value)
  if (!success) throw new RangeError(`Cannot read the catalogue: "${error.issues[0]?.path.join('.')}" is wrong`)
  return data
}

/** @throws {RangeError} if a column is shorter than the others */
export function checkColumns({ texts: words, numbers: counts }: ReportColumns): void {
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
