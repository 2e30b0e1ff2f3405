import * as z from 'zod/mini'

const texts = z.object({ values: z.array(z.string()), steps: z.array(z.int()) })
const numbers = z.array(z.int())

/** Everything but text about all reports of the search, by column; the same number of values in each. */
const catalogueFile = z.object({
  /** Of the build, 32 bits; every file of the index states it. */
  version: z.int(),
  shardCount: z.int().check(z.minimum(1)),
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
  /** Rows of 表三 and 表四 and groups of them, each with the reports in which it is not 0, as the gaps between their positions. */
  rows: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string(), indicator: z.string(), reports: numbers })),
  /** Divisions of the reports and those above them, by code. */
  regions: z.record(z.string(), z.object({ name: z.string(), nameEn: z.string(), parent: z.string() })),
  /** Ids that are not `<agency>-<year>`, by position. */
  ids: z.record(z.string(), z.string()),
})
export type CatalogueFile = z.output<typeof catalogueFile>

/**
 * Reads the catalogue of the search, as a page fetched it.
 *
 * @throws {RangeError} if the file is no catalogue; the message names the field that is wrong
 */
export function readCatalogue(value: unknown): CatalogueFile {
  const { success, data, error } = z.safeParse(catalogueFile, value)
  if (!success) throw new RangeError(`Cannot read the catalogue: "${error.issues[0]?.path.join('.')}" is wrong`)
  const counts = [...Object.values(data.texts).map(({ steps }) => steps), ...Object.values(data.numbers)]
  const count = data.numbers.year.length
  if (counts.some(({ length }) => length !== count))
    throw new RangeError(`Cannot read the catalogue: each column must have ${count} values`)
  return data
}
